package org.seatside.model.roster;

import java.time.Instant;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;

/// One class of a section: when, where, and the window in which attendance counts.
/// Always `opensAt <= startsAt <= lateAfter <= closesAt` and `startsAt < endsAt`.
///
/// @param opensAt first instant that counts
/// @param lateAfter from the instant after this on, attendance is late
/// @param closesAt last instant that counts
public record Meeting(
        MeetingId id,
        SectionId section,
        RoomId room,
        Instant opensAt,
        Instant startsAt,
        Instant lateAfter,
        Instant closesAt,
        Instant endsAt) {
    public Meeting {
        if (opensAt.isAfter(startsAt) || startsAt.isAfter(lateAfter) || lateAfter.isAfter(closesAt)) {
            throw new IllegalArgumentException("A meeting opens, starts, turns late and closes, in this order");
        }
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("A meeting ends after it starts");
        }
    }

    public boolean isOpenAt(Instant instant) {
        return !instant.isBefore(opensAt) && !instant.isAfter(closesAt);
    }
}
