package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;

/// A change to a record by staff.
///
/// @param reason never blank; kept with the revision
/// @param mark code of the mark chosen, whose kind `status` is; null for the status as such
public record Correction(
        AttendanceStatus status, String reason, @Nullable String mark) {
    public Correction(AttendanceStatus status, String reason) {
        this(status, reason, null);
    }
}
