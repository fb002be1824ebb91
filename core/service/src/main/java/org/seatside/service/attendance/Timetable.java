package org.seatside.service.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.Ids;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Adjustments;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.service.log.Judgement;
import org.seatside.service.roster.RosterStore;

/// The rules of time: which meeting a check-in belongs to and whether it is in time. A room without any meeting
/// in the timetable takes plain attendance at any time. Thread-safe.
public final class Timetable {
    private final RosterStore roster;
    private final ZoneId campus;
    private final AgreedAdjustments agreed;

    public Timetable(RosterStore roster, ZoneId campus) {
        this(roster, campus, AgreedAdjustments.none());
    }

    /// @param agreed extra minutes by which a meeting turns late and closes later for a student
    public Timetable(RosterStore roster, ZoneId campus, AgreedAdjustments agreed) {
        this.roster = roster;
        this.campus = campus;
        this.agreed = agreed;
    }

    /// When the next meeting of the room starts on the campus day of `at`.
    public Optional<Instant> nextStart(RoomId room, Instant at) {
        return near(room, at, at).stream()
                .map(Meeting::startsAt)
                .filter(start -> start.isAfter(at))
                .min(Comparator.naturalOrder());
    }

    /// Where the kiosk's clock is uncertain, a meeting that may have been open then counts: a wrong clock costs
    /// no student the attendance.
    Judged judge(StudentId student, Room room, Moment moment, Ids ids, boolean upstream) {
        Instant at = moment.likely();
        List<Meeting> near = near(room.id(), moment.earliest(), moment.latest());
        List<Meeting> own = near.stream()
                .filter(meeting -> roster.enrolled(student, meeting.section(), day(meeting)))
                .map(meeting -> forStudent(student, meeting))
                .toList();
        Optional<Meeting> open = own.stream()
                .filter(moment::meets)
                .min(Comparator.<Meeting, Duration>comparing(meeting ->
                                Duration.between(moment.within(meeting), at).abs())
                        .thenComparing(meeting -> distance(meeting, at)));
        if (open.isPresent()) {
            Instant within = moment.within(open.get());
            return new Judged(counts(student, open.get(), within, ids, upstream), within);
        }
        return new Judged(withoutMeeting(student, room, at, own, ids, upstream), at);
    }

    private Judgement withoutMeeting(
            StudentId student, Room room, Instant at, List<Meeting> own, Ids ids, boolean upstream) {
        List<Meeting> today = near(room.id(), at, at);
        Optional<Meeting> nearest = own.stream()
                .filter(meeting -> isOneOf(today, meeting))
                .min(Comparator.comparing(meeting -> distance(meeting, at)));
        if (nearest.isPresent()) {
            String outcome = at.isBefore(nearest.get().opensAt()) ? "TooEarly" : "Closed";
            return new Judgement.Refused(
                    outcome, null, student, room.id(), nearest.get().id());
        }
        Optional<Meeting> others =
                today.stream().filter(meeting -> meeting.isOpenAt(at)).findFirst();
        if (others.isPresent()) {
            return new Judgement.Refused(
                    "NotEnrolled", null, student, room.id(), others.get().id());
        }
        if (!today.isEmpty() || roster.hasMeetings(room.id())) {
            return new Judgement.Refused("NoMeetingNow", null, student, room.id(), null);
        }
        return new Judgement.Counts(ids.attendance(), student, room.id(), null, AttendanceStatus.PRESENT, 0, upstream);
    }

    private static Judgement counts(StudentId student, Meeting meeting, Instant at, Ids ids, boolean upstream) {
        boolean late = at.isAfter(meeting.lateAfter());
        int minutes = late
                ? (int) Math.max(1, Duration.between(meeting.startsAt(), at).toMinutes())
                : 0;
        return new Judgement.Counts(
                ids.attendance(),
                student,
                meeting.room(),
                meeting.id(),
                late ? AttendanceStatus.LATE : AttendanceStatus.PRESENT,
                minutes,
                upstream);
    }

    /// Meetings of the room on the campus days from one instant to another.
    private List<Meeting> near(RoomId room, Instant from, Instant to) {
        return roster.meetings(
                from.atZone(campus).toLocalDate().atStartOfDay(campus).toInstant(),
                to.atZone(campus).toLocalDate().plusDays(1).atStartOfDay(campus).toInstant(),
                room);
    }

    /// The roster of the day of the meeting decides, whatever it is today.
    private LocalDate day(Meeting meeting) {
        return meeting.day() == null ? meeting.startsAt().atZone(campus).toLocalDate() : meeting.day();
    }

    /// The meeting with the window that holds for this student.
    private Meeting forStudent(StudentId student, Meeting meeting) {
        int minutes = agreed.at(student, meeting.startsAt())
                .map(Adjustments::extraMinutes)
                .orElse(0);
        return minutes == 0
                ? meeting
                : new Meeting(
                        meeting.id(),
                        meeting.section(),
                        meeting.room(),
                        meeting.opensAt(),
                        meeting.startsAt(),
                        meeting.lateAfter().plus(Duration.ofMinutes(minutes)),
                        meeting.closesAt().plus(Duration.ofMinutes(minutes)),
                        meeting.endsAt(),
                        meeting.day(),
                        meeting.pattern(),
                        meeting.ownWindow(),
                        meeting.cancelled());
    }

    private static boolean isOneOf(List<Meeting> meetings, Meeting wanted) {
        return meetings.stream().anyMatch(meeting -> meeting.id().equals(wanted.id()));
    }

    private static Duration distance(Meeting meeting, Instant at) {
        return Duration.between(meeting.startsAt(), at).abs();
    }
}
