package org.seatside.model.attendance;

/// What a record says of a student in a meeting or room.
public enum AttendanceStatus {
    PRESENT,
    LATE,
    EXCUSED,
    ABSENT,
    /// Taken back: as if nothing had been recorded, and kept for the trail.
    VOID
}
