package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.PinRule;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Term;
import org.seatside.model.roster.Window;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.PlaceChange;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.log.View;
import org.seatside.service.roster.RosterStore;

final class TimetableStateTest {
    private static final ApplyResult DONE = new ApplyResult.Done();
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 2);
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    private final SampleCommands sample = new SampleCommands(1);
    private final SectionId section = new SectionId(SampleCommands.known(1));
    private final RoomId room = new RoomId(SampleCommands.known(1));
    private final StudentId student = new StudentId(SampleCommands.known(2));
    private final PatternId pattern = new PatternId(SampleCommands.known(3));

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private RosterStore roster;
    private long index;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        roster = home.stores().roster();
        apply(new Change.SaveRoom(SampleCommands.room(1), null));
        apply(new Change.SaveSection(new Section(section, "CSE101-01", "Algorithms")));
        apply(new Change.SaveStudent(SampleCommands.student(2)));
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void aRoomBelongsToTheBuildingItsTextNamesAndIsRenamedWithIt() {
        BuildingId id = new BuildingId(SampleCommands.known(7));
        assertEquals(DONE, apply(new PlaceChange.SaveBuilding(new Building(id, "19", "Hall 19"))));
        assertEquals(
                conflict(ApplyResult.Kind.NAME_TAKEN),
                apply(new PlaceChange.SaveBuilding(new Building(new BuildingId(SampleCommands.known(8)), "19", null))));
        assertEquals(DONE, apply(new PlaceChange.SaveBuilding(new Building(id, "공학관", "Engineering"))));

        assertEquals(
                Optional.of(new Room(room, "19C1", "공학관", "4", null, null, id)),
                roster.room(room),
                "it was 19 as free text before");
    }

    @Test
    void nothingGoesThatSomethingElseRefersTo() {
        SeatId seat = new SeatId(SampleCommands.known(4));
        KioskId kiosk = new KioskId(SampleCommands.known(5));
        assertEquals(DONE, apply(new PlaceChange.SaveSeat(new Seat(seat, room, "A-1", 72, Seat.Reach.LEFT, 68))));
        apply(new Change.InviteKiosk(kiosk, "Door", room, "hash", NINE));
        assertEquals(DONE, apply(new PlaceChange.SeatKiosk(kiosk, room, seat)));
        assertEquals(conflict(ApplyResult.Kind.UNKNOWN_REFERENCE), apply(new PlaceChange.SeatKiosk(kiosk, null, seat)));

        assertEquals(conflict(ApplyResult.Kind.IN_USE), delete(Topic.ROOMS, room.value()));
        assertEquals(conflict(ApplyResult.Kind.IN_USE), delete(Topic.SEATS, seat.value()));
        assertEquals(Optional.of(new Kiosk(kiosk, "Door", room, null, false, seat)), roster.kiosk(kiosk));
        assertEquals(DONE, delete(Topic.KIOSKS, kiosk.value()));
        assertEquals(DONE, delete(Topic.SEATS, seat.value()));
        assertEquals(DONE, delete(Topic.ROOMS, room.value()));
        assertEquals(Optional.empty(), roster.room(room));
    }

    @Test
    void roomsAreListedInTheOrderStaffGaveThem() {
        RoomId other = new RoomId(SampleCommands.known(9));
        RoomId last = new RoomId(SampleCommands.known(10));
        apply(new Change.SaveRoom(new Room(other, "A", "", "", null), null));
        apply(new Change.SaveRoom(new Room(last, "0 unsorted", "", "", null), null));
        apply(new PlaceChange.Reorder(Topic.ROOMS, List.of(room.value(), other.value())));

        assertEquals(
                List.of(room, other, last),
                roster.rooms().stream().map(Room::id).toList());
    }

    @Test
    void aCodeIsUniqueInItsTerm() {
        Term spring = new Term(
                new TermId(SampleCommands.known(1)),
                "2026-1",
                "2026년 1학기",
                "Spring 2026",
                MONDAY,
                MONDAY.plusWeeks(15));
        Course course = new Course(new CourseId(SampleCommands.known(1)), "CSE101", "알고리즘", "Algorithms", null);
        apply(new TimetableChange.SaveTerm(spring));
        apply(new TimetableChange.SaveCourse(course));
        Section twin = new Section(
                new SectionId(SampleCommands.known(5)), "CSE101-01", "알고리즘", "Algorithms", course.id(), spring.id());

        assertEquals(DONE, apply(new Change.SaveSection(twin)), "the other has no term");
        assertEquals(
                conflict(ApplyResult.Kind.CODE_TAKEN),
                apply(new Change.SaveSection(new Section(
                        new SectionId(SampleCommands.known(6)), "CSE101-01", "x", null, null, spring.id()))));
        assertEquals(
                conflict(ApplyResult.Kind.IN_USE),
                delete(Topic.TERMS, spring.id().value()));
        assertEquals(
                conflict(ApplyResult.Kind.IN_USE),
                delete(Topic.COURSES, course.id().value()));
        assertEquals(Optional.of(twin), roster.section(twin.id()));
    }

    @Test
    void enrolmentHoldsForItsDaysAndStretchesThatTouchAreJoined() {
        enrol(MONDAY, MONDAY.plusDays(6));
        enrol(MONDAY.plusDays(7), MONDAY.plusDays(13));
        enrol(MONDAY.plusDays(20), null);

        assertFalse(enrolled(MONDAY.minusDays(1)));
        assertTrue(enrolled(MONDAY));
        assertTrue(enrolled(MONDAY.plusDays(13)));
        assertFalse(enrolled(MONDAY.plusDays(14)));
        assertTrue(enrolled(MONDAY.plusDays(500)));
        apply(new TimetableChange.Withdraw(section, List.of(student), MONDAY.plusDays(3)));
        assertTrue(enrolled(MONDAY.plusDays(3)));
        assertFalse(enrolled(MONDAY.plusDays(4)));
        assertFalse(enrolled(MONDAY.plusDays(20)));
        apply(new Change.Enrol(section, List.of(student)));
        assertTrue(enrolled(MONDAY.minusYears(3)));
        assertTrue(enrolled(MONDAY.plusDays(14)));
    }

    @Test
    void theFirstDayOfInactivityIsKeptUntilTheStudentIsActiveAgain() {
        Student gone = new Student(student, "20260002", "학생 2", false);
        var first = sample.command(new Change.SaveStudent(gone));
        view.apply(new LogPosition(1, ++index), List.of(first));
        apply(new Change.SaveStudent(gone));

        assertEquals(Optional.of(first.at()), roster.inactiveSince(student));
        apply(new Change.SaveStudent(SampleCommands.student(2)));
        assertEquals(Optional.empty(), roster.inactiveSince(student));
    }

    @Test
    void aPatternBringsItsMeetingsAndTakesThemAwayAgain() {
        Meeting past = meeting(1, NINE.minusSeconds(200_000));
        Meeting held = meeting(2, NINE);
        Meeting coming = meeting(3, NINE.plusSeconds(86_400));
        assertEquals(DONE, apply(new TimetableChange.SavePattern(pattern(1), List.of(past, held, coming))));
        assertEquals(
                conflict(ApplyResult.Kind.STALE_REVISION),
                apply(new TimetableChange.SavePattern(pattern(1), List.of())));
        apply(sample.checkIn(
                1,
                1,
                new Judgement.Counts(
                        new AttendanceId(SampleCommands.known(1)),
                        student,
                        room,
                        held.id(),
                        AttendanceStatus.PRESENT,
                        0,
                        false)));
        Meeting moved = meeting(4, NINE.plusSeconds(90_000));

        assertEquals(DONE, apply(new TimetableChange.SavePattern(pattern(2), List.of(moved))));

        assertEquals(Optional.of(past), roster.meeting(past.id()), "it is over");
        assertEquals(Optional.of(held), roster.meeting(held.id()), "somebody was there");
        assertEquals(Optional.empty(), roster.meeting(coming.id()));
        assertEquals(Optional.of(moved), roster.meeting(moved.id()));
        apply(new TimetableChange.DeletePattern(pattern));
        assertEquals(Optional.empty(), roster.meeting(moved.id()));
        assertEquals(Optional.of(held), roster.meeting(held.id()));
    }

    @Test
    void noWeeklyClassMeetsOnAHolidayAndNoneThatIsCancelled() {
        Meeting weekly = meeting(1, NINE);
        apply(new TimetableChange.SavePattern(pattern(1), List.of(weekly)));
        Meeting byHand = SampleCommands.meeting(1);
        apply(new Change.SaveMeeting(byHand));
        Instant midnight = Instant.parse("2026-03-02T00:00:00Z");

        assertEquals(List.of(byHand, weekly), roster.meetings(midnight, NINE, null));
        apply(new TimetableChange.SaveHoliday(new Holiday(MONDAY, "삼일절", "Independence Movement Day")));
        assertEquals(List.of(byHand), roster.meetings(midnight, NINE, null));
        apply(new TimetableChange.DeleteHoliday(MONDAY));
        assertEquals(List.of(byHand, weekly), roster.meetings(midnight, NINE, room));
        apply(new Change.SaveMeeting(new Meeting(
                weekly.id(),
                section,
                room,
                NINE,
                NINE,
                NINE,
                NINE,
                NINE.plusSeconds(60),
                MONDAY,
                pattern,
                false,
                "ill")));
        assertEquals(List.of(byHand), roster.meetings(midnight, NINE, room));
    }

    @Test
    void aNewRuleMovesTheWindowsOfMeetingsThatFollowIt() {
        Meeting coming = meeting(1, NINE);
        Meeting own = SampleCommands.meeting(1);
        apply(new TimetableChange.SavePattern(pattern(1), List.of(coming)));
        apply(new Change.SaveMeeting(own));

        apply(new TimetableChange.SaveRule(new AttendanceRule(null, null, new Window(5, 0, 20), null, null)));
        assertEquals(window(coming, 5, 0, 20), roster.meeting(coming.id()).orElseThrow());
        apply(new TimetableChange.SaveRule(new AttendanceRule(null, section, new Window(30, 15, 40), true, 75)));
        apply(new TimetableChange.SaveRule(new AttendanceRule(null, null, new Window(1, 1, 1), null, null)));

        assertEquals(window(coming, 30, 15, 40), roster.meeting(coming.id()).orElseThrow(), "the nearer rule holds");
        assertEquals(own, roster.meeting(own.id()).orElseThrow());
        apply(new TimetableChange.SaveRule(new AttendanceRule(null, section, null, null, null)));
        assertEquals(window(coming, 1, 1, 1), roster.meeting(coming.id()).orElseThrow());
    }

    @Test
    void theNearestRuleSaysWhoNeedsAPin() {
        assertEquals(PinRule.NEVER, roster.pinRule(section));

        apply(new TimetableChange.SaveRule(new AttendanceRule(null, null, null, null, null, PinRule.ANY_NUMBER)));
        assertEquals(PinRule.ANY_NUMBER, roster.pinRule(section));
        assertEquals(PinRule.ANY_NUMBER, roster.pinRule(null));
        apply(new TimetableChange.SaveRule(new AttendanceRule(null, section, null, null, null, PinRule.TYPED)));

        assertEquals(PinRule.TYPED, roster.pinRule(section));
        assertEquals(
                List.of(PinRule.TYPED, PinRule.ANY_NUMBER),
                home.stores().timetable().rules(section).stream()
                        .map(AttendanceRule::pin)
                        .toList());
    }

    private static Meeting window(Meeting meeting, int opens, int late, int closes) {
        return new Meeting(
                meeting.id(),
                meeting.section(),
                meeting.room(),
                meeting.startsAt().minusSeconds(60L * opens),
                meeting.startsAt(),
                meeting.startsAt().plusSeconds(60L * late),
                meeting.startsAt().plusSeconds(60L * closes),
                meeting.endsAt(),
                meeting.day(),
                meeting.pattern(),
                false,
                null);
    }

    private MeetingPattern pattern(int revision) {
        return new MeetingPattern(
                pattern,
                section,
                room,
                DayOfWeek.MONDAY,
                LocalTime.of(9, 0),
                75,
                MONDAY,
                MONDAY.plusWeeks(15),
                List.of(),
                null,
                revision);
    }

    private Meeting meeting(int n, Instant start) {
        return new Meeting(
                new MeetingId(SampleCommands.known(20 + n)),
                section,
                room,
                start.minusSeconds(600),
                start,
                start.plusSeconds(600),
                start.plusSeconds(3600),
                start.plusSeconds(4500),
                MONDAY,
                pattern,
                false,
                null);
    }

    private void enrol(LocalDate from, @Nullable LocalDate until) {
        assertEquals(DONE, apply(new TimetableChange.EnrolFor(List.of(new Enrolled(student, section, from, until)))));
    }

    private boolean enrolled(LocalDate day) {
        return roster.enrolled(student, section, day);
    }

    private ApplyResult delete(Topic topic, UUID id) {
        return apply(new PlaceChange.Delete(topic, id));
    }

    private ApplyResult apply(Change change) {
        return view.apply(new LogPosition(1, ++index), List.of(sample.command(change)))
                .getFirst();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
