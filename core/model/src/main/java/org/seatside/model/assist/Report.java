package org.seatside.model.assist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;

/// What a student reported, without the student.
///
/// @param kiosk where it was reported; null where a person of staff wrote it down
/// @param closed whether staff have dealt with it
public record Report(
        ReportId id, ReportKind kind, String text, @Nullable KioskId kiosk, Instant reportedAt, boolean closed) {
    /// Without the text.
    @Override
    public String toString() {
        return "Report[" + id + ", " + kind + ", " + text.length() + " characters]";
    }
}
