package org.seatside.service.timetable;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Window;

/// Times of New York, where the clocks change on 2026-03-08 at 2 and on 2026-11-01 at 2.
final class WeeklyPlanTest {
    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");

    private final WeeklyPlan plan = new WeeklyPlan(NEW_YORK);

    @Test
    void aClassKeepsItsTimeOnTheWallWhenTheClocksChange() {
        MeetingPattern mornings = sundays(LocalTime.of(9, 0), LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 8));

        assertEquals(
                List.of("2026-03-01T14:00:00Z to 2026-03-01T15:00:00Z", "2026-03-08T13:00:00Z to 2026-03-08T14:00:00Z"),
                times(mornings));
    }

    @Test
    void aStartThatTheChangeSkipsIsAsMuchLaterAndTheClassAsLong() {
        LocalDate change = LocalDate.of(2026, 3, 8);

        assertEquals(
                List.of("2026-03-08T07:30:00Z to 2026-03-08T08:30:00Z"),
                times(sundays(LocalTime.of(2, 30), change, change)));
    }

    @Test
    void aStartThatComesTwiceIsTheFirstOfTheTwo() {
        LocalDate change = LocalDate.of(2026, 11, 1);

        assertEquals(
                List.of("2026-11-01T05:30:00Z to 2026-11-01T06:30:00Z"),
                times(sundays(LocalTime.of(1, 30), change, change)));
    }

    @Test
    void aMeetingIsTheSameHoweverOftenItIsSpelledOutAndKeepsItsIdWhenMoved() {
        LocalDate day = LocalDate.of(2026, 3, 1);
        MeetingPattern plain = sundays(LocalTime.of(9, 0), day, day);
        MeetingPattern moved = new MeetingPattern(
                plain.id(),
                plain.section(),
                plain.room(),
                plain.weekday(),
                plain.startsAt(),
                plain.minutes(),
                day,
                day,
                List.of(new MeetingException(day, false, day.plusDays(3), null, LocalTime.of(18, 0), 90, null)),
                new Window(0, 0, 0),
                2);

        Meeting before = plan.meetings(plain, Window.DEFAULT).getFirst();
        Meeting after = plan.meetings(moved, Window.DEFAULT).getFirst();

        assertEquals(before.id(), after.id());
        assertEquals(LocalDate.of(2026, 3, 4), after.day());
        assertEquals(Instant.parse("2026-03-04T23:00:00Z"), after.startsAt());
        assertEquals(after.startsAt(), after.closesAt());
        assertEquals(before.startsAt().plusSeconds(3600), before.closesAt());
    }

    private List<String> times(MeetingPattern pattern) {
        return plan.meetings(pattern, Window.DEFAULT).stream()
                .map(meeting -> meeting.startsAt() + " to " + meeting.endsAt())
                .toList();
    }

    private static MeetingPattern sundays(LocalTime at, LocalDate from, LocalDate until) {
        return new MeetingPattern(
                new PatternId(ID),
                new SectionId(ID),
                new RoomId(ID),
                DayOfWeek.SUNDAY,
                at,
                60,
                from,
                until,
                List.of(),
                null,
                1);
    }
}
