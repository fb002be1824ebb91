package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.Identification;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.SectionId;

/// A record of a student, with what a list shows beside it.
///
/// @param section null for plain room attendance
/// @param how null where no check-in made it, like the two below
public record HistoryEntry(
        Attendance attendance,
        String roomName,
        @Nullable SectionId section,
        @Nullable String sectionTitle,
        @Nullable Identification how,
        @Nullable KioskId kiosk,
        @Nullable Instant receivedAt) {}
