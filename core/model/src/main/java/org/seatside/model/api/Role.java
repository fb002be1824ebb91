package org.seatside.model.api;

/// What an account may do.
public enum Role {
    /// Accounts, kiosks, settings; and all that staff may.
    ADMINISTRATOR,
    /// Students, passes, rooms, timetable, corrections.
    STAFF
}
