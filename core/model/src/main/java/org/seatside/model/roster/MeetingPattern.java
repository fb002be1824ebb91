package org.seatside.model.roster;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;

/// A class that meets every week, in the campus's own time: the clock on the wall, whatever becomes of summer
/// time.
///
/// @param minutes from start to end, 1 to 960
/// @param from no meeting before this day
/// @param until no meeting after this day, at most two years after `from`
/// @param exceptions at most one for a day
/// @param window null for what the rules of attendance say
/// @param revision 1 for the first; each change adds one
public record MeetingPattern(
        PatternId id,
        SectionId section,
        RoomId room,
        DayOfWeek weekday,
        LocalTime startsAt,
        int minutes,
        LocalDate from,
        LocalDate until,
        List<MeetingException> exceptions,
        @Nullable Window window,
        int revision) {
    private static final int LONGEST = 960;
    private static final int YEARS = 2;

    public MeetingPattern {
        exceptions = List.copyOf(exceptions);
        if (minutes < 1 || minutes > LONGEST) {
            throw new IllegalArgumentException("A meeting lasts 1 to 960 minutes");
        }
        if (until.isBefore(from) || until.isAfter(from.plusYears(YEARS))) {
            throw new IllegalArgumentException("A pattern ends on or after its first day, within two years");
        }
        if (exceptions.stream().map(MeetingException::day).distinct().count() != exceptions.size()) {
            throw new IllegalArgumentException("A day has one exception at most");
        }
    }
}
