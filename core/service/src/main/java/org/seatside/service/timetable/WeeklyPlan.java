package org.seatside.service.timetable;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Window;

/// Spells a weekly pattern out into meetings. A class at nine is at nine by the clock on the wall before and
/// after the clocks change, and lasts as long as ever: a start that the change skips is as much later as was
/// skipped, one that comes twice is the first of the two.
final class WeeklyPlan {
    private final ZoneId campus;

    WeeklyPlan(ZoneId campus) {
        this.campus = campus;
    }

    /// @param rules window of meetings where the pattern has none of its own
    List<Meeting> meetings(MeetingPattern pattern, Window rules) {
        Map<LocalDate, MeetingException> exceptions =
                pattern.exceptions().stream().collect(Collectors.toMap(MeetingException::day, Function.identity()));
        List<Meeting> meetings = new ArrayList<>();
        LocalDate day = pattern.from().with(TemporalAdjusters.nextOrSame(pattern.weekday()));
        while (!day.isAfter(pattern.until())) {
            meetings.add(meeting(pattern, day, exceptions.get(day), rules));
            day = day.plusWeeks(1);
        }
        return meetings;
    }

    private Meeting meeting(MeetingPattern pattern, LocalDate day, @Nullable MeetingException exception, Window rules) {
        LocalDate held = exception == null || exception.movedTo() == null ? day : exception.movedTo();
        LocalTime time = exception == null || exception.startsAt() == null ? pattern.startsAt() : exception.startsAt();
        RoomId room = exception == null || exception.room() == null ? pattern.room() : exception.room();
        int minutes = exception == null || exception.minutes() == null ? pattern.minutes() : exception.minutes();
        String cancelled = exception == null || !exception.cancelled()
                ? null
                : exception.reason() == null ? "" : exception.reason();
        Window window = pattern.window() == null ? rules : pattern.window();
        Instant start = held.atTime(time).atZone(campus).toInstant();
        return new Meeting(
                id(pattern.id(), day),
                pattern.section(),
                room,
                start.minus(Duration.ofMinutes(window.opensBeforeMinutes())),
                start,
                start.plus(Duration.ofMinutes(window.lateAfterMinutes())),
                start.plus(Duration.ofMinutes(window.closesAfterMinutes())),
                start.plus(Duration.ofMinutes(minutes)),
                held,
                pattern.id(),
                pattern.window() != null,
                cancelled);
    }

    /// The same for the same week of the same pattern, however often it is spelled out.
    static MeetingId id(PatternId pattern, LocalDate day) {
        return new MeetingId(UUID.nameUUIDFromBytes((pattern + " " + day).getBytes(StandardCharsets.UTF_8)));
    }
}
