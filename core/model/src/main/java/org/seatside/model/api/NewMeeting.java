package org.seatside.model.api;

import java.time.Instant;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;

/// A meeting to add.
///
/// @param opensBeforeMinutes minutes before the start from which attendance counts, 0 to 240
/// @param lateAfterMinutes minutes after the start until which it is in time, 0 to 240
/// @param closesAfterMinutes minutes after the start until which it counts, at least `lateAfterMinutes`
public record NewMeeting(
        SectionId section,
        RoomId room,
        Instant startsAt,
        Instant endsAt,
        int opensBeforeMinutes,
        int lateAfterMinutes,
        int closesAfterMinutes) {}
