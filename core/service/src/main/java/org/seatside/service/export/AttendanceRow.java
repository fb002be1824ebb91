package org.seatside.service.export;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;

/// A record of attendance with the names that belong to it.
///
/// @param at when the student checked in
/// @param section code and title; null for plain room attendance
/// @param startsAt of the meeting; null without one
/// @param checkIn what it came from; null where staff entered it
public record AttendanceRow(
        AttendanceId id,
        Instant at,
        AttendanceStatus status,
        int revision,
        String studentNumber,
        String studentName,
        @Nullable String sectionCode,
        @Nullable String section,
        @Nullable Instant startsAt,
        String room,
        @Nullable CheckInId checkIn) {}
