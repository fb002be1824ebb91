package org.seatside.storage;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.LecturerId;
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
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingException;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.model.roster.Term;
import org.seatside.model.roster.Window;
import org.seatside.service.log.AuditChange;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.PlaceChange;
import org.seatside.service.log.RecordChange;
import org.seatside.service.log.RetentionChange;
import org.seatside.service.log.StaffChange;
import org.seatside.service.log.TimetableChange;

/// Draws commands of every kind over a small campus, so that they meet: numbers, names, codes, sequence numbers
/// and meetings collide on purpose.
final class SampleCommands {
    static final Instant MORNING = Instant.parse("2026-03-02T00:00:00.123456Z");

    private static final int FEW = 6;
    private static final int MANY = 60;

    private final Random random;
    private long made;
    private int records;

    SampleCommands(long seed) {
        this(seed, 0);
    }

    /// @param records how many attendance records other commands may have made before: a node never draws an id
    ///     twice
    SampleCommands(long seed, int records) {
        this.random = new Random(seed);
        this.records = records;
    }

    List<Command> next(int count) {
        List<Command> commands = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            commands.add(next());
        }
        return commands;
    }

    Command next() {
        return command(change());
    }

    Command command(Change change) {
        made++;
        return new Command(new CommandId(id()), MORNING.plusSeconds(made), "node", change);
    }

    private Change change() {
        return switch (random.nextInt(34)) {
            case 0 -> new Change.SaveStudent(new Student(new StudentId(known(few())), "2026000" + few(), "학생", true));
            case 1 -> new Change.IssuePass(pass(few()));
            case 2 -> new Change.RevokePass(handle());
            case 3 -> new Change.SaveRoom(room(few()), random.nextBoolean() ? "%064x".formatted(few()) : null);
            case 4 -> new Change.SaveSection(new Section(new SectionId(known(few())), "code" + few(), "title"));
            case 5 -> new Change.Enrol(new SectionId(known(few())), List.of(new StudentId(known(few()))));
            case 6 -> new Change.SaveMeeting(meeting(few()));
            case 7 ->
                new Change.InviteKiosk(
                        new KioskId(known(few())),
                        "kiosk" + few(),
                        random.nextBoolean() ? new RoomId(known(few())) : null,
                        "code" + few(),
                        MORNING.plusSeconds(made + random.nextInt(20)));
            case 8 -> new Change.PairKiosk("code" + few(), "key" + few());
            case 9 -> new Change.PlaceKiosk(new KioskId(known(few())), new RoomId(known(few())));
            case 10 -> new Change.RevokeKiosk(new KioskId(known(few())));
            case 11 ->
                new Change.SaveAccount(
                        new AccountId(known(few())),
                        "name" + few(),
                        "hash",
                        random.nextBoolean() ? Set.of(Role.STAFF) : Set.of(Role.STAFF, Role.ADMINISTRATOR),
                        random.nextBoolean());
            case 12 -> new Change.OpenSession("token" + few(), new AccountId(known(few())), MORNING.plusSeconds(9));
            case 13 -> new Change.CloseSession("token" + few());
            case 14 ->
                new Change.CorrectAttendance(
                        new AttendanceId(known(random.nextInt(records + 1))),
                        1 + random.nextInt(2),
                        AttendanceStatus.EXCUSED,
                        "reason");
            case 15 ->
                new Change.MarkUpstream(
                        new CheckInId(known(random.nextInt(MANY))), UpstreamState.SENT, 1 + random.nextInt(3), null);
            case 16 -> places();
            case 17, 18 -> timetable();
            case 19, 20, 21, 22 -> staff();
            case 23 -> audit();
            case 24 ->
                random.nextInt(4) == 0
                        ? new RetentionChange.Forget(
                                // Nothing is that old: what is forgotten would be taken again when it is repeated.
                                random.nextBoolean() ? MORNING.minusSeconds(99_999) : null,
                                MORNING.minusSeconds(99_999),
                                MORNING.plusSeconds(made / 2),
                                3)
                        : care();
            case 25, 26 -> record();
            default -> checkIn(random.nextInt(MANY), random.nextInt(MANY), judgement());
        };
    }

    private Change places() {
        return switch (random.nextInt(5)) {
            case 0 ->
                new PlaceChange.SaveBuilding(new Building(new BuildingId(known(few())), "1" + few(), "hall " + few()));
            case 1 ->
                new PlaceChange.SaveSeat(new Seat(
                        new SeatId(known(few())), new RoomId(known(few())), "A" + few(), 72, Seat.Reach.BOTH, null));
            case 2 ->
                new PlaceChange.SeatKiosk(
                        new KioskId(known(few())), new RoomId(known(few())), new SeatId(known(few())));
            case 3 -> new PlaceChange.Reorder(Topic.ROOMS, List.of(known(few()), known(few())));
            default ->
                new PlaceChange.Delete(
                        List.of(Topic.ROOMS, Topic.SEATS, Topic.SECTIONS, Topic.TERMS, Topic.COURSES)
                                .get(random.nextInt(5)),
                        known(few()));
        };
    }

    private Change timetable() {
        LocalDate day = LocalDate.of(2026, 3, 2).plusDays(few());
        return switch (random.nextInt(9)) {
            case 0 ->
                new TimetableChange.SaveTerm(
                        new Term(new TermId(known(few())), "2026-" + few(), "학기", null, day, day.plusDays(90)));
            case 1 ->
                new TimetableChange.SaveCourse(
                        new Course(new CourseId(known(few())), "CSE" + few(), "과목", "course", null));
            case 2 ->
                new TimetableChange.EnrolFor(List.of(new Enrolled(
                        new StudentId(known(few())),
                        new SectionId(known(few())),
                        random.nextBoolean() ? day : null,
                        random.nextBoolean() ? day.plusDays(few()) : null)));
            case 3 ->
                new TimetableChange.Withdraw(new SectionId(known(few())), List.of(new StudentId(known(few()))), day);
            case 4 -> new TimetableChange.SaveHoliday(new Holiday(day, "휴일", null));
            case 5 ->
                new TimetableChange.SaveRule(new AttendanceRule(
                        null,
                        random.nextBoolean() ? new SectionId(known(few())) : null,
                        random.nextBoolean() ? new Window(few(), few(), 30) : null,
                        null,
                        50));
            case 6 -> new TimetableChange.DeletePattern(new PatternId(known(few())));
            case 7 ->
                new TimetableChange.SaveLecturer(
                        new Lecturer(new LecturerId(known(few())), "L" + few(), "교수", null, null, null));
            default -> pattern(day);
        };
    }

    private Change record() {
        AttendanceId id = new AttendanceId(known(random.nextInt(records + 1)));
        return switch (random.nextInt(6)) {
            case 0 ->
                new RecordChange.Enter(
                        new Attendance(
                                new AttendanceId(id()),
                                new StudentId(known(few())),
                                new RoomId(known(few())),
                                new MeetingId(known(few())),
                                AttendanceStatus.EXCUSED,
                                MORNING,
                                1,
                                null,
                                null,
                                true),
                        LocalDate.of(2026, 3, 2),
                        "note");
            case 1 ->
                new RecordChange.CorrectAll(
                        known(few()),
                        "all",
                        List.of(
                                new RecordChange.Correction(id, 1 + random.nextInt(2), AttendanceStatus.LATE, "BUS"),
                                new RecordChange.Correction(
                                        new AttendanceId(known(random.nextInt(records + 1))),
                                        1,
                                        AttendanceStatus.ABSENT,
                                        null)));
            case 2 -> new RecordChange.Undo(id, 1 + random.nextInt(3), "undo");
            case 3 -> new RecordChange.UndoBatch(known(few()), "undo");
            case 4 ->
                new RecordChange.SaveMark(
                        new StatusMark("BUS", "버스", "Bus", AttendanceStatus.LATE, random.nextInt(100), true));
            default -> new RecordChange.CloseMeeting(new MeetingId(known(few())), LocalDate.of(2026, 3, 2));
        };
    }

    private Change pattern(LocalDate day) {
        PatternId id = new PatternId(known(few()));
        SectionId section = new SectionId(known(few()));
        RoomId room = new RoomId(known(few()));
        Meeting one = meeting(few());
        return new TimetableChange.SavePattern(
                new MeetingPattern(
                        id,
                        section,
                        room,
                        DayOfWeek.MONDAY,
                        LocalTime.of(9, 0),
                        75,
                        day,
                        day.plusDays(7),
                        List.of(new MeetingException(day, true, null, null, null, null, "휴강")),
                        null,
                        1 + random.nextInt(2)),
                List.of(new Meeting(
                        new MeetingId(known(FEW + few())),
                        section,
                        room,
                        one.opensAt(),
                        one.startsAt(),
                        one.lateAfter(),
                        one.closesAt(),
                        one.endsAt(),
                        day,
                        id,
                        false,
                        null)));
    }

    private CareChange care() {
        StudentId student = new StudentId(known(few()));
        return switch (random.nextInt(10)) {
            case 0, 1, 2 -> new CareChange.GiveConsent(student, "v" + few());
            case 3 -> new CareChange.WithdrawConsent(student);
            case 4, 5 ->
                new CareChange.SaveAdjustments(
                        student,
                        "sealed",
                        "key" + random.nextInt(2),
                        random.nextBoolean() ? LocalDate.of(2026, 3, 2).plusDays(few()) : null);
            case 6 -> new CareChange.EndAdjustments(LocalDate.of(2026, 3, 2).plusDays(few()));
            case 7 -> new CareChange.SavePin(student, random.nextBoolean() ? "hash" : null);
            case 8 -> new CareChange.FailPin(student, random.nextBoolean());
            default -> new CareChange.EraseStudent(student, "asked for");
        };
    }

    private AuditChange audit() {
        return switch (random.nextInt(3)) {
            case 0 -> new AuditChange.Note("view-adjustments", known(few()).toString(), "asked");
            case 1 -> new AuditChange.Seal(new AuditCheckpoint(few(), "%064x".formatted(few()), MORNING, 1, "signed"));
            default -> new AuditChange.LetGo(few());
        };
    }

    private StaffChange staff() {
        AccountId account = new AccountId(known(few()));
        return switch (random.nextInt(12)) {
            case 0 ->
                new StaffChange.AddAccount(
                        account,
                        "name" + few(),
                        "hash",
                        Set.of(Role.STUDENT),
                        random.nextBoolean() ? new StudentId(known(few())) : null,
                        random.nextBoolean(),
                        random.nextBoolean() ? "issuer " + few() : null);
            case 1 -> new StaffChange.ChangeAccount(account, "name" + few(), Set.of(Role.STAFF), random.nextBoolean());
            case 2 -> new StaffChange.SetPassword(account, "hash" + few(), random.nextBoolean(), "token" + few());
            case 3 -> new StaffChange.Rehash(account, "hash", "hash" + few());
            case 4 -> new StaffChange.FailSignIn(account, "10.0.0." + few());
            case 5 -> new StaffChange.SaveTotp(account, "sealed", few(), List.of("code" + few(), "code" + few()));
            case 6 -> new StaffChange.RemoveTotp(account);
            case 7 ->
                new StaffChange.StartSession(
                        "token" + few(),
                        account,
                        MORNING.plusSeconds(made + 40),
                        "10.0.0.1",
                        null,
                        random.nextBoolean() ? (long) few() : null,
                        random.nextInt(4) == 0 ? "code" + few() : null);
            case 8 -> new StaffChange.TouchSession("token" + few());
            case 9 -> new StaffChange.EndSession(account, known(few()));
            case 10 ->
                new StaffChange.ProveSession(
                        "token" + few(),
                        account,
                        random.nextBoolean() ? (long) few() : null,
                        random.nextInt(4) == 0 ? "code" + few() : null);
            default -> new StaffChange.EndSessions(account);
        };
    }

    Change.RecordCheckIn checkIn(int id, long seq, Judgement judgement) {
        return new Change.RecordCheckIn(
                new CheckIn(
                        new CheckInId(known(id)),
                        new KioskId(known(id % 3)),
                        7,
                        seq,
                        Identification.PASS,
                        "raw",
                        null,
                        null,
                        new KioskTime(MORNING, 17, 5L, 3L)),
                MORNING.plusSeconds(made),
                MORNING.plusSeconds(made).plusNanos(999),
                random.nextBoolean(),
                judgement);
    }

    private Judgement judgement() {
        MeetingId meeting = random.nextBoolean() ? new MeetingId(known(few())) : null;
        return random.nextInt(4) == 0
                ? new Judgement.Refused("Refused", "SOME_CODE", new StudentId(known(few())), null, null)
                : counts(records++, few(), few(), meeting);
    }

    static Judgement.Counts counts(int attendance, int student, int room, @Nullable MeetingId meeting) {
        return new Judgement.Counts(
                new AttendanceId(known(attendance)),
                new StudentId(known(student)),
                new RoomId(known(room)),
                meeting,
                attendance % 2 == 0 ? AttendanceStatus.PRESENT : AttendanceStatus.LATE,
                attendance % 2,
                student % 2 == 0);
    }

    static Student student(int n) {
        return new Student(new StudentId(known(n)), "2026000" + n, "학생 " + n, true);
    }

    static Room room(int n) {
        return new Room(new RoomId(known(n)), "19C" + n, "19", "4", n % 2 == 0 ? "tag" + n : null);
    }

    static Meeting meeting(int n) {
        Instant start = MORNING.plus(Duration.ofHours(n));
        return new Meeting(
                new MeetingId(known(n)),
                new SectionId(known(n)),
                new RoomId(known(n)),
                start.minusSeconds(600),
                start,
                start.plusSeconds(600),
                start.plusSeconds(1800),
                start.plusSeconds(3000));
    }

    IssuedPass pass(int n) {
        return new IssuedPass(
                handle(), 1, new StudentId(known(n)), LocalDate.of(2026, 8, 31), MORNING.plusSeconds(n), false);
    }

    private String handle() {
        return "%014x".formatted(few());
    }

    private int few() {
        return random.nextInt(FEW);
    }

    private UUID id() {
        return new UUID(random.nextLong(), random.nextLong());
    }

    /// The n-th of the ids that everything on this campus has.
    static UUID known(int n) {
        return new UUID(0x0198_0000_0000_7000L, 0x8000_0000_0000_0000L | n);
    }
}
