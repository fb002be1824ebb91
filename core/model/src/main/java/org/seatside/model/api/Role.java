package org.seatside.model.api;

/// What kind of account it is. An account may have several; what each may do is in the node's rights table. The
/// names are in the log for ever.
public enum Role {
    /// Accounts, kiosks, settings, and all that staff may; not what was agreed with a student.
    ADMINISTRATOR,
    /// Students, passes, rooms, timetable, corrections.
    STAFF,
    /// All that staff may, and the only one who reads and changes what was agreed with a student.
    SUPPORT_OFFICER,
    /// The attendance of the own sections.
    LECTURER,
    /// The audit trail.
    AUDITOR,
    /// The own attendance and passes.
    STUDENT
}
