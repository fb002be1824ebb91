package org.seatside.service.attendance;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Judgement;
import org.seatside.service.roster.RosterStore;

/// Puts names to what a check-in came to, for the kiosk's screen. Thread-safe.
public final class OutcomeReader {
    private final RosterStore roster;
    private final Timetable timetable;

    public OutcomeReader(RosterStore roster, Timetable timetable) {
        this.roster = roster;
        this.timetable = timetable;
    }

    Outcome outcome(ApplyResult.CheckedIn result, Instant effectiveAt) {
        return switch (result.judgement()) {
            case Judgement.Refused refused -> refused(refused, effectiveAt);
            case Judgement.Counts counts -> {
                MaskedStudent student = student(counts.student());
                Instant at = Objects.requireNonNull(result.at());
                Place place = place(Objects.requireNonNull(result.room()), counts.meeting());
                if (!result.first()) {
                    yield new Outcome.AlreadyRecorded(student, place, at);
                }
                yield counts.status() == AttendanceStatus.LATE
                        ? new Outcome.Late(student, place, at, counts.minutesLate())
                        : new Outcome.Present(student, place, at);
            }
        };
    }

    private Outcome refused(Judgement.Refused refused, Instant effectiveAt) {
        return switch (refused.outcome()) {
            case "UnknownCode" -> new Outcome.UnknownCode();
            case "PassExpired" -> new Outcome.PassExpired();
            case "PassRevoked" -> new Outcome.PassRevoked();
            case "PinNeeded" -> new Outcome.PinNeeded();
            case "RoomNeeded" -> new Outcome.RoomNeeded();
            case "NoMeetingNow" -> {
                RoomId room = Objects.requireNonNull(refused.room());
                yield new Outcome.NoMeetingNow(
                        place(room, null),
                        timetable.nextStart(room, effectiveAt).orElse(null));
            }
            case "NotEnrolled" -> new Outcome.NotEnrolled(student(refused), place(refused));
            case "TooEarly" ->
                meeting(refused)
                        .<Outcome>map(
                                meeting -> new Outcome.TooEarly(student(refused), place(refused), meeting.opensAt()))
                        .orElseGet(() -> new Outcome.NoMeetingNow(place(refused), null));
            case "Closed" ->
                meeting(refused)
                        .<Outcome>map(
                                meeting -> new Outcome.Closed(student(refused), place(refused), meeting.closesAt()))
                        .orElseGet(() -> new Outcome.NoMeetingNow(place(refused), null));
            default -> new Outcome.Refused(refused.code() == null ? "UNKNOWN" : refused.code());
        };
    }

    /// Empty where staff took the meeting away since.
    private Optional<Meeting> meeting(Judgement.Refused refused) {
        return roster.meeting(Objects.requireNonNull(refused.meeting()));
    }

    private MaskedStudent student(Judgement.Refused refused) {
        return student(Objects.requireNonNull(refused.student()));
    }

    private MaskedStudent student(StudentId id) {
        return roster.student(id)
                .map(student -> MaskedStudent.of(student.name(), student.number()))
                .orElseThrow();
    }

    private Place place(Judgement.Refused refused) {
        return place(Objects.requireNonNull(refused.room()), refused.meeting());
    }

    private Place place(RoomId room, @Nullable MeetingId meeting) {
        String title = meeting == null
                ? null
                : roster.meeting(meeting)
                        .flatMap(found -> roster.section(found.section()))
                        .map(Section::title)
                        .orElse(null);
        return new Place(room, roster.room(room).map(Room::name).orElseThrow(), title);
    }
}
