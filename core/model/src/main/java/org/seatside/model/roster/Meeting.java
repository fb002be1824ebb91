package org.seatside.model.roster;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;

/// One class of a section: when, where, and the window in which attendance counts.
/// Always `opensAt <= startsAt <= lateAfter <= closesAt` and `startsAt < endsAt`.
///
/// @param opensAt first instant that counts
/// @param lateAfter from the instant after this on, attendance is late
/// @param closesAt last instant that counts
/// @param day of the campus on which it starts; null for one entered before days were kept
/// @param pattern it comes from; null for one entered by hand
/// @param ownWindow false where its window follows the rules of attendance; null counts as true
/// @param cancelled why it is not held; null for one that is
public record Meeting(
        MeetingId id,
        SectionId section,
        RoomId room,
        Instant opensAt,
        Instant startsAt,
        Instant lateAfter,
        Instant closesAt,
        Instant endsAt,
        @Nullable LocalDate day,
        @Nullable PatternId pattern,
        @Nullable Boolean ownWindow,
        @Nullable String cancelled) {
    public Meeting {
        ownWindow = ownWindow == null || ownWindow;
        if (opensAt.isAfter(startsAt) || startsAt.isAfter(lateAfter) || lateAfter.isAfter(closesAt)) {
            throw new IllegalArgumentException("A meeting opens, starts, turns late and closes, in this order");
        }
        if (!startsAt.isBefore(endsAt)) {
            throw new IllegalArgumentException("A meeting ends after it starts");
        }
    }

    /// One entered by hand, with its window.
    public Meeting(
            MeetingId id,
            SectionId section,
            RoomId room,
            Instant opensAt,
            Instant startsAt,
            Instant lateAfter,
            Instant closesAt,
            Instant endsAt) {
        this(id, section, room, opensAt, startsAt, lateAfter, closesAt, endsAt, null, null, null, null);
    }

    public boolean isOpenAt(Instant instant) {
        return !instant.isBefore(opensAt) && !instant.isAfter(closesAt);
    }
}
