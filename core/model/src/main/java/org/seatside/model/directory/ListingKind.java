package org.seatside.model.directory;

/// Lists of the campus.
public enum ListingKind {
    /// A lift, a ramp, an accessible toilet.
    FACILITY,
    /// Whom to call: an office, a person on duty.
    CONTACT
}
