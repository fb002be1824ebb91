package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.api.Page;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.Revision;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.attendance.LowAttendanceService;
import org.seatside.service.attendance.RecordStore;
import org.seatside.service.lms.LmsCourse;
import org.seatside.service.lms.LmsException;
import org.seatside.service.lms.LmsScore;
import org.seatside.service.lms.LmsService;
import org.seatside.service.lms.ScoreSender;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.RecordChange;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.log.View;
import org.seatside.service.timetable.TimetableService;
import org.seatside.testkit.Seeds;

final class RecordsTest {
    private static final ApplyResult DONE = new ApplyResult.Done();
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final LocalDateTime LOCAL = LocalDateTime.of(2026, 3, 2, 18, 0);
    private static final MeetingId MEETING = new MeetingId(SampleCommands.known(1));
    private static final SectionId SECTION = new SectionId(SampleCommands.known(1));
    private static final ZoneId UTC = ZoneId.of("UTC");
    private static final KioskId KIOSK = new KioskId(SampleCommands.known(1));
    private static final RoomId ROOM = new RoomId(SampleCommands.known(1));

    private final SampleCommands sample = new SampleCommands(1);

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private RecordStore records;
    private long index;
    private int made;

    @BeforeEach
    void aClassOfThree() throws Exception {
        home = new H2ViewHome(folder, new AttendanceStateMachine());
        view = home.openEmpty();
        records = home.stores().records();
        apply(new Change.SaveRoom(SampleCommands.room(1), null));
        apply(new Change.SaveSection(new Section(SECTION, "CSE101-01", "Algorithms")));
        for (int n = 1; n <= 3; n++) {
            apply(new Change.SaveStudent(SampleCommands.student(n)));
        }
        apply(new Change.SaveMeeting(meeting(MEETING, NINE)));
        apply(new Change.Enrol(SECTION, List.of(student(1), student(2))));
        apply(new TimetableChange.EnrolFor(List.of(new Enrolled(student(3), SECTION, DAY.plusDays(1), null))));
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void whoDidNotComeIsMarkedAbsentOnceAndOnlyFromTheRosterOfThatDay() {
        apply(checkIn(1, NINE, AttendanceStatus.PRESENT, false));

        assertEquals(DONE, apply(new RecordChange.CloseMeeting(MEETING, DAY)));
        assertEquals(DONE, apply(new RecordChange.CloseMeeting(MEETING, DAY)));

        assertEquals(Map.of(student(1), AttendanceStatus.PRESENT, student(2), AttendanceStatus.ABSENT), statuses());
    }

    @Test
    void aStudentWhoHadLeftIsNotAbsentOneWhoLeftSinceIs() {
        apply(new Change.SaveStudent(new Student(student(2), "20260002", "학생 2", false)));
        apply(new RecordChange.CloseMeeting(MEETING, DAY));
        MeetingId early = new MeetingId(SampleCommands.known(2));
        apply(new Change.SaveMeeting(meeting(early, SampleCommands.MORNING.minusSeconds(86_400))));

        apply(new RecordChange.CloseMeeting(early, DAY.minusDays(1)));

        assertEquals(Map.of(student(1), AttendanceStatus.ABSENT), statuses());
        assertEquals(
                AttendanceStatus.ABSENT,
                records.attendance(student(2), early).orElseThrow().status());
    }

    @Test
    void lowAttendanceIsNoticedOnceWhereTheRuleAsksForItAndStaffDecide() {
        for (int n = 0; n < 3; n++) {
            MeetingId held = new MeetingId(SampleCommands.known(50 + n));
            apply(new Change.SaveMeeting(meeting(held, NINE.minusSeconds(7_200L * (n + 2)))));
            apply(new RecordChange.CloseMeeting(held, DAY));
        }
        Attendance excused = records.ofSection(SECTION, NINE.minusSeconds(90_000), NINE).stream()
                .filter(it -> it.student().equals(student(2)))
                .findFirst()
                .orElseThrow();
        LowAttendanceService low = lowAttendance();
        low.round();
        assertEquals(List.of(), low.all(null), "nobody asked for it");

        apply(new TimetableChange.SaveRule(new AttendanceRule(null, SECTION, null, null, 60)));
        long before = index;
        low.round();
        low.round();

        assertEquals(before + 1, index, "the second look finds nothing new");
        assertEquals(
                List.of(notice(1, 0, 3, LowAttendance.State.NEW), notice(2, 0, 3, LowAttendance.State.NEW)),
                low.all(SECTION));
        assertEquals(List.of(), low.toldTo(student(1)), "staff first");
        low.move(SECTION, student(1), LowAttendance.State.TOLD, "staff", new CommandId(SampleCommands.known(800)));
        assertEquals(List.of(notice(1, 0, 3, LowAttendance.State.TOLD)), low.toldTo(student(1)));

        apply(new RecordChange.CorrectAll(
                SampleCommands.known(801),
                "was there",
                List.of(new RecordChange.Correction(excused.id(), 1, AttendanceStatus.PRESENT, null))));
        apply(new TimetableChange.SaveRule(new AttendanceRule(null, SECTION, null, null, 30)));
        low.round();
        assertEquals(List.of(notice(1, 0, 3, LowAttendance.State.TOLD, 30)), low.all(null), "33 per cent is enough");
    }

    private LowAttendance notice(int student, int percent, int meetings, LowAttendance.State state) {
        return notice(student, percent, meetings, state, 60);
    }

    private LowAttendance notice(int student, int percent, int meetings, LowAttendance.State state, int below) {
        return new LowAttendance(
                SampleCommands.student(student), SECTION, "Algorithms", percent, below, meetings, DAY, state);
    }

    private LowAttendanceService lowAttendance() {
        InstantSource clock = InstantSource.fixed(NINE);
        TimetableService rules =
                new TimetableService(home.stores().timetable(), home.stores().roster(), commands(), clock, UTC);
        return new LowAttendanceService(records, rules, commands(), clock, new Ids(clock, new Random(1)), UTC);
    }

    /// Over this view alone: what it appends is applied at once.
    private Commands commands() {
        CommandLog log = new CommandLog() {
            @Override
            public CompletableFuture<Applied> append(Command command) {
                synchronized (RecordsTest.this) {
                    index++;
                    return CompletableFuture.completedFuture(new Applied(
                            index,
                            view.apply(new LogPosition(1, index), List.of(command))
                                    .getFirst()));
                }
            }

            @Override
            public Readiness readiness() {
                return new Readiness(true, "", 0);
            }

            @Override
            public void close() {
                // nothing to close
            }
        };
        return new Commands(log, InstantSource.fixed(NINE));
    }

    /// A learning management system that holds its callers until fifteen are there.
    private static final class Lms implements ScoreSender {
        private final CountDownLatch full = new CountDownLatch(LmsService.AT_ONCE);
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();
        private final List<String> told = Collections.synchronizedList(new ArrayList<>());

        @Override
        public Map<String, String> users(LmsCourse course) throws LmsException {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            full.countDown();
            try {
                if (!full.await(20, TimeUnit.SECONDS)) {
                    throw new LmsException("alone");
                }
            } catch (InterruptedException e) {
                throw new LmsException("interrupted", e);
            } finally {
                inside.decrementAndGet();
            }
            return Map.of("20260001", "lms-1");
        }

        @Override
        public void post(LmsCourse course, LmsScore score) throws LmsException {
            if (course.lineItem().toString().endsWith("/bad")) {
                throw new LmsException("it answered 500");
            }
            told.add(score.user() + " " + score.percent());
        }
    }

    @Test
    void theLearningManagementSystemIsToldOnceFifteenCoursesAtATimeWhateverBecomesOfOthers() {
        apply(new RecordChange.CloseMeeting(MEETING, DAY));
        List<LmsCourse> courses = new ArrayList<>();
        courses.add(new LmsCourse("NOBODY-01", URI.create("https://lms.test/1"), null));
        courses.add(new LmsCourse("CSE101-01", URI.create("https://lms.test/bad"), URI.create("https://lms.test/m")));
        for (int i = 0; i < 28; i++) {
            courses.add(
                    new LmsCourse("CSE101-01", URI.create("https://lms.test/" + i), URI.create("https://lms.test/m")));
        }
        Lms lms = new Lms();
        InstantSource clock = InstantSource.fixed(NINE.plusSeconds(86_400));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            LmsService service = new LmsService(
                    records,
                    home.stores().roster(),
                    lms,
                    courses,
                    commands(),
                    clock,
                    new Ids(clock, new Random(1)),
                    UTC,
                    threads);

            assertTrue(service.round() >= 2, "an unknown section and a broken course");
            assertEquals(15, lms.most.get());
            assertEquals(Map.of(student(1), 0), records.posted(SECTION), "only who has an account there");
            assertEquals(List.of("lms-1 0"), lms.told.stream().distinct().toList());

            int before = lms.told.size();
            assertEquals(1, service.round(), "the section that is not there");
            assertEquals(before, lms.told.size(), "nothing is new for student 1");
        }
    }

    @Test
    void aCheckInThatComesAfterTheMeetingWasClosedBettersTheAbsence() {
        apply(new RecordChange.CloseMeeting(MEETING, DAY));
        Change.RecordCheckIn waited = checkIn(2, NINE.plusSeconds(60), AttendanceStatus.LATE, true);

        ApplyResult.CheckedIn result = assertInstanceOf(ApplyResult.CheckedIn.class, apply(waited));

        Attendance record = records.attendance(student(2), MEETING).orElseThrow();
        assertEquals("Late", result.outcome());
        assertEquals(AttendanceStatus.LATE, record.status());
        assertEquals(waited.checkIn().id(), record.checkIn());
        assertEquals(waited.effectiveAt(), record.at());
        assertEquals(2, record.revision());
        assertEquals(
                Map.of(UpstreamState.NEW, 1L),
                home.stores().upstream().counts(),
                "the institution's own service had not heard of it");
    }

    @Test
    void eachEarlierCheckInBettersTheRecordNotOnlyTheFirst() {
        apply(checkIn(1, NINE.plusSeconds(1200), AttendanceStatus.LATE, false));
        apply(checkIn(1, NINE.plusSeconds(900), AttendanceStatus.LATE, false));
        apply(checkIn(1, NINE.plusSeconds(60), AttendanceStatus.PRESENT, false));

        Attendance record = records.attendance(student(1), MEETING).orElseThrow();
        assertEquals(NINE.plusSeconds(60), record.at());
        assertEquals(AttendanceStatus.PRESENT, record.status());
        assertEquals(3, record.revision());
    }

    @Test
    void anUndoneCorrectionLeavesTheRecordToCheckInsAgain() {
        apply(checkIn(1, NINE.plusSeconds(1200), AttendanceStatus.LATE, false));
        AttendanceId id = records.attendance(student(1), MEETING).orElseThrow().id();
        apply(new Change.CorrectAttendance(id, 1, AttendanceStatus.EXCUSED, "ill", "SICK"));
        assertEquals(conflict(ApplyResult.Kind.STALE_REVISION), apply(new RecordChange.Undo(id, 1, "typo")));
        Command undo = sample.command(new RecordChange.Undo(id, 2, "typo"));
        assertEquals(DONE, apply(undo));

        AttendanceDetail detail = records.detail(id).orElseThrow();
        assertEquals(
                List.of(AttendanceStatus.LATE, AttendanceStatus.EXCUSED, AttendanceStatus.LATE),
                detail.revisions().stream().map(Revision::status).toList());
        assertEquals(
                new Revision(3, AttendanceStatus.LATE, null, NINE.plusSeconds(1200), undo.at(), "node", "typo", null),
                detail.revisions().getLast());
        assertEquals(
                NINE.plusSeconds(1200),
                Objects.requireNonNull(detail.evidence()).effectiveAt());
        apply(checkIn(1, NINE, AttendanceStatus.PRESENT, false));
        assertEquals(
                AttendanceStatus.PRESENT,
                records.attendance(student(1), MEETING).orElseThrow().status());
    }

    @Test
    void whatStaffEnteredByMistakeIsAsIfItWereNot() {
        Attendance entered = entered(1, AttendanceStatus.EXCUSED);
        assertEquals(DONE, apply(new RecordChange.Enter(entered, DAY, "doctor's note")));
        assertEquals(
                conflict(ApplyResult.Kind.ALREADY_RECORDED),
                apply(new RecordChange.Enter(entered(1, AttendanceStatus.PRESENT), DAY, "again")));
        assertEquals(
                false,
                assertInstanceOf(ApplyResult.CheckedIn.class, apply(checkIn(1, NINE, AttendanceStatus.PRESENT, false)))
                        .first(),
                "staff had the last word");

        apply(new RecordChange.Undo(entered.id(), 1, "wrong student"));

        assertEquals(Map.of(student(1), AttendanceStatus.VOID), statuses());
        apply(checkIn(1, NINE, AttendanceStatus.PRESENT, false));
        assertEquals(Map.of(student(1), AttendanceStatus.PRESENT), statuses());
        assertEquals(DONE, apply(new RecordChange.CloseMeeting(MEETING, DAY)));
        assertEquals(
                DONE,
                apply(new RecordChange.Enter(entered(2, AttendanceStatus.PRESENT), DAY, "was there")),
                "the node's absence gives way");
        assertEquals(Map.of(student(1), AttendanceStatus.PRESENT, student(2), AttendanceStatus.PRESENT), statuses());
    }

    @Test
    void aBatchIsCorrectedAllOrNoneAndUndoneAsFarAsNobodyChangedItSince() {
        apply(new RecordChange.CloseMeeting(MEETING, DAY));
        AttendanceId one = records.attendance(student(1), MEETING).orElseThrow().id();
        AttendanceId two = records.attendance(student(2), MEETING).orElseThrow().id();
        UUID batch = SampleCommands.known(77);

        assertEquals(
                conflict(ApplyResult.Kind.STALE_REVISION),
                apply(new RecordChange.CorrectAll(batch, "strike", List.of(excused(one, 1), excused(two, 9)))));
        assertEquals(Map.of(student(1), AttendanceStatus.ABSENT, student(2), AttendanceStatus.ABSENT), statuses());
        assertEquals(
                DONE, apply(new RecordChange.CorrectAll(batch, "strike", List.of(excused(one, 1), excused(two, 1)))));
        assertEquals(2, records.ofBatch(batch).size());
        apply(new Change.CorrectAttendance(two, 2, AttendanceStatus.PRESENT, "was there"));

        assertEquals(DONE, apply(new RecordChange.UndoBatch(batch, "no strike")));

        assertEquals(Map.of(student(1), AttendanceStatus.ABSENT, student(2), AttendanceStatus.PRESENT), statuses());
        assertEquals(conflict(ApplyResult.Kind.UNKNOWN_REFERENCE), apply(new RecordChange.UndoBatch(batch, "again")));
    }

    @Test
    void theCountsAreThoseOfTheRows() {
        Change.RecordCheckIn first = checkIn(1, NINE, AttendanceStatus.PRESENT, false);
        apply(first);
        apply(checkIn(1, NINE.plusSeconds(5), AttendanceStatus.PRESENT, false));
        apply(checkIn(2, NINE, AttendanceStatus.PRESENT, false));
        apply(new Change.MarkUpstream(firstUpstream(), UpstreamState.ACCEPTED, 1, null));
        apply(new RecordChange.CloseMeeting(MEETING, DAY));
        apply(new Change.CorrectAttendance(
                records.attendance(student(1), MEETING).orElseThrow().id(), 1, AttendanceStatus.EXCUSED, "ill"));

        assertEquals(
                new Statistics(
                        List.of(
                                new Statistics.CheckIns(DAY, 18, ROOM, Identification.PASS, "AlreadyRecorded", 1),
                                new Statistics.CheckIns(DAY, 18, ROOM, Identification.PASS, "Present", 2)),
                        List.of(
                                new Statistics.Records(DAY, ROOM, AttendanceStatus.EXCUSED, 1),
                                new Statistics.Records(DAY, ROOM, AttendanceStatus.PRESENT, 1)),
                        List.of(new Statistics.Upstream(DAY, UpstreamState.ACCEPTED, 1))),
                records.statistics(DAY, DAY));
        assertEquals(
                new Statistics(List.of(), List.of(), List.of()), records.statistics(DAY.plusDays(1), DAY.plusDays(9)));
        Map<AttendanceStatus, Integer> rows = new EnumMap<>(AttendanceStatus.class);
        statuses().values().forEach(status -> rows.merge(status, 1, Integer::sum));
        assertEquals(Map.of(AttendanceStatus.EXCUSED, 1, AttendanceStatus.PRESENT, 1), rows);
    }

    @Test
    void aStudentsHistoryIsPagedBackwardsWithoutGapOrRepeat() {
        for (int n = 0; n < 7; n++) {
            MeetingId meeting = new MeetingId(SampleCommands.known(30 + n));
            apply(new Change.SaveMeeting(meeting(meeting, NINE.plusSeconds(86_400L * (n / 2)))));
            apply(new RecordChange.CloseMeeting(meeting, DAY));
        }
        List<Attendance> all = new ArrayList<>();
        String after = null;
        do {
            Page<HistoryEntry> page = records.history(student(1), after, 2);
            page.items().forEach(entry -> all.add(entry.attendance()));
            after = page.next();
        } while (after != null);

        assertEquals(7, all.stream().map(Attendance::id).distinct().count());
        assertEquals(7, all.size());
        assertEquals(
                all.stream()
                        .map(Attendance::at)
                        .sorted(Comparator.reverseOrder())
                        .toList(),
                all.stream().map(Attendance::at).toList());
    }

    @Test
    void theContiguousMarkIsWhereTheFirstGapIsWhateverTheOrder() {
        List<Integer> order = new ArrayList<>();
        for (int seq = 1; seq <= 40; seq++) {
            order.add(seq);
        }
        Collections.shuffle(order, new Random(Seeds.next()));
        List<Integer> seen = new ArrayList<>();
        for (int seq : order) {
            apply(numbered(seq));
            seen.add(seq);
            int gap = 1;
            while (seen.contains(gap)) {
                gap++;
            }

            assertEquals(gap - 1, home.stores().attendance().contiguous(KIOSK, 9));
        }
        assertEquals(40, home.stores().attendance().highWater(KIOSK, 9));
    }

    private Change.RecordCheckIn numbered(int seq) {
        CheckIn checkIn = new CheckIn(
                new CheckInId(SampleCommands.known(5000 + seq)),
                KIOSK,
                9,
                seq,
                Identification.PASS,
                "raw",
                null,
                null,
                new KioskTime(NINE, 1, 0L, 0L));
        return new Change.RecordCheckIn(
                checkIn, NINE, NINE, false, new Judgement.Refused("UnknownCode", null, null, null, null), LOCAL);
    }

    private CheckInId firstUpstream() {
        return home.stores().upstream().waiting(1).getFirst().checkIn();
    }

    private Map<StudentId, AttendanceStatus> statuses() {
        Map<StudentId, AttendanceStatus> statuses = new HashMap<>();
        records.ofSection(SECTION, NINE, NINE.plusSeconds(1))
                .forEach(record -> statuses.put(record.student(), record.status()));
        return statuses;
    }

    private static RecordChange.Correction excused(AttendanceId id, int revision) {
        return new RecordChange.Correction(id, revision, AttendanceStatus.EXCUSED, null);
    }

    private Attendance entered(int student, AttendanceStatus status) {
        return new Attendance(
                new AttendanceId(SampleCommands.known(900 + made++)),
                student(student),
                ROOM,
                MEETING,
                status,
                NINE,
                1,
                null,
                null,
                true);
    }

    /// @param student an even one is passed on to the institution's own service
    private Change.RecordCheckIn checkIn(int student, Instant at, AttendanceStatus status, boolean provisional) {
        made++;
        CheckIn checkIn = new CheckIn(
                new CheckInId(SampleCommands.known(1000 + made)),
                new KioskId(SampleCommands.known(1)),
                7,
                made,
                Identification.PASS,
                "raw",
                null,
                null,
                new KioskTime(at, 1, 0L, 0L));
        Judgement.Counts counts = new Judgement.Counts(
                new AttendanceId(SampleCommands.known(2000 + made)),
                student(student),
                ROOM,
                MEETING,
                status,
                status == AttendanceStatus.LATE ? 1 : 0,
                student % 2 == 0);
        return new Change.RecordCheckIn(checkIn, at.plusSeconds(1), at, provisional, counts, LOCAL);
    }

    private static Meeting meeting(MeetingId id, Instant start) {
        return new Meeting(
                id,
                SECTION,
                ROOM,
                start.minusSeconds(600),
                start,
                start.plusSeconds(600),
                start.plusSeconds(1800),
                start.plusSeconds(3600));
    }

    private static StudentId student(int n) {
        return new StudentId(SampleCommands.known(n));
    }

    private ApplyResult apply(Change change) {
        return apply(sample.command(change));
    }

    private ApplyResult apply(Command command) {
        return view.apply(new LogPosition(1, ++index), List.of(command)).getFirst();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
