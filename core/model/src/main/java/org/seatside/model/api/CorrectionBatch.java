package org.seatside.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;

/// Corrections with one reason, made all or none. The command's id names the batch, to undo it by.
///
/// @param reason never blank
/// @param corrections at most 500
public record CorrectionBatch(String reason, List<Item> corrections) {
    /// One of them.
    ///
    /// @param revision the one that was seen
    /// @param mark code of the mark chosen, whose kind `status` is; null for the status as such
    public record Item(
            AttendanceId attendance,
            int revision,
            AttendanceStatus status,
            @Nullable String mark) {}
}
