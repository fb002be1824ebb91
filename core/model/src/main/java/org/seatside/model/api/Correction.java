package org.seatside.model.api;

import org.seatside.model.attendance.AttendanceStatus;

/// A change to a record by staff.
///
/// @param reason never blank; kept with the revision
public record Correction(AttendanceStatus status, String reason) {}
