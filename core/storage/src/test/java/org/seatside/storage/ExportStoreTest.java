package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.export.AttendanceRow;
import org.seatside.service.export.ClassSheet;
import org.seatside.service.export.ExportStore;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;
import org.seatside.testkit.Seeds;

/// More check-ins than a part holds, of two sections in two rooms; some refused, some passed on.
final class ExportStoreTest {
    private static final Instant NOW = SampleCommands.MORNING;
    private static final int CHECK_INS = 5000;
    private static final int STUDENTS = 50;

    private final Random random = new Random(Seeds.next());

    @TempDir
    private Path folder;

    private H2ViewHome home;
    private View view;
    private long index;
    private long commands;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
        view = home.openEmpty();
        List<Change> campus = new ArrayList<>();
        for (int i = 0; i < STUDENTS; i++) {
            campus.add(new Change.SaveStudent(
                    new Student(new StudentId(id(1, i)), "2026%04d".formatted(i), "학생" + i, true)));
        }
        for (int i = 0; i < 2; i++) {
            campus.add(new Change.SaveRoom(new Room(new RoomId(id(2, i)), "19C" + i, "", "", null), null));
            campus.add(new Change.SaveSection(new Section(new SectionId(id(3, i)), "CSE" + i, "자료구조" + i)));
            campus.add(
                    new Change.InviteKiosk(new KioskId(id(4, i)), "kiosk" + i, new RoomId(id(2, i)), "code" + i, NOW));
        }
        for (int i = 0; i < 200; i++) {
            campus.add(new Change.SaveMeeting(meeting(i)));
        }
        apply(campus);
        List<Change> checkIns = new ArrayList<>();
        for (int i = 0; i < CHECK_INS; i++) {
            checkIns.add(checkIn(i));
        }
        apply(checkIns);
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    @Test
    void everyCheckInIsInTheListOnceInTheOrderOfTheLog() {
        List<CheckInEvent> expected = home.stores().attendance().eventsAfter(0, CHECK_INS);

        List<CheckInEvent> listed = all(exports().events(ExportFilter.ALL));

        assertEquals(CHECK_INS, listed.size());
        assertEquals(expected, listed);
        assertTrue(listed.stream().anyMatch(event -> event.upstream() == UpstreamState.ACCEPTED));
        assertTrue(listed.stream().anyMatch(event -> event.upstream() == UpstreamState.NEW));
    }

    @Test
    void filtersLeaveInWhatFitsAndNothingElse() {
        List<CheckInEvent> all = home.stores().attendance().eventsAfter(0, CHECK_INS);
        Instant from = all.get(1000).takenAt();
        Instant until = all.get(4500).takenAt();
        String trace = all.get(4321).id().trace();
        ExportFilter none = ExportFilter.ALL;

        assertFits(
                all, ExportFilter.between(from, null), event -> !event.takenAt().isBefore(from));
        assertFits(
                all, ExportFilter.between(null, until), event -> event.takenAt().isBefore(until));
        assertFits(
                all,
                none.withTrace(trace.toLowerCase(java.util.Locale.ROOT)),
                event -> event.id().trace().equals(trace));
        assertFits(all, none.withSection(new SectionId(id(3, 1))), event -> "자료구조1".equals(event.meeting()));
        assertFits(all, none.withUpstream(UpstreamState.ACCEPTED), event -> event.upstream() == UpstreamState.ACCEPTED);
        assertFits(all, none.withHow(Identification.NUMBER_CODE), event -> event.how() == Identification.NUMBER_CODE);
        assertFits(
                all,
                new ExportFilter(null, null, new StudentId(id(1, 7)), null, null, null, null, null),
                event -> new StudentId(id(1, 7)).equals(event.student()));
        assertFits(
                all,
                new ExportFilter(
                        from, until, null, null, new RoomId(id(2, 0)), new KioskId(id(4, 0)), "notenrolled", null),
                event -> !event.takenAt().isBefore(from)
                        && event.takenAt().isBefore(until)
                        && event.kiosk().equals(new KioskId(id(4, 0)))
                        && event.outcome().equals("NotEnrolled"));
    }

    private void assertFits(List<CheckInEvent> all, ExportFilter filter, Predicate<CheckInEvent> fits) {
        List<CheckInEvent> expected = all.stream().filter(fits).toList();
        assertTrue(!expected.isEmpty() && expected.size() < all.size(), "a filter that filters");
        assertEquals(expected, all(exports().events(filter)));
        assertEquals(
                expected.stream()
                        .sorted(Comparator.comparingLong(CheckInEvent::logIndex).reversed())
                        .map(CheckInEvent::logIndex)
                        .toList(),
                found(filter).stream().map(CheckInEvent::logIndex).toList());
        assertEquals(Set.copyOf(expected), Set.copyOf(found(filter)));
    }

    /// Page by page, from the newest back.
    private List<CheckInEvent> found(ExportFilter filter) {
        List<CheckInEvent> found = new ArrayList<>();
        String next = Long.toString(Long.MAX_VALUE);
        while (next != null) {
            Page<CheckInEvent> page =
                    home.stores().attendance().eventsBefore(Long.parseLong(next), filter, 1 + random.nextInt(700));
            found.addAll(page.items());
            next = page.next();
        }
        return found;
    }

    @Test
    void recordsAreTheSameByTimeAndAsTheyCame() {
        List<AttendanceRow> came = all(exports().attendance(ExportFilter.ALL));
        List<AttendanceRow> byTime =
                all(exports().attendance(ExportFilter.between(NOW, NOW.plusSeconds(86_400 * 20L))));

        assertTrue(came.size() > 1000);
        assertEquals(
                came.stream()
                        .sorted(Comparator.comparing(AttendanceRow::at)
                                .thenComparing(row -> row.id().toString()))
                        .toList(),
                byTime);
        assertEquals(
                came.stream()
                        .filter(row -> "CSE1".equals(row.sectionCode()))
                        .map(AttendanceRow::id)
                        .sorted(Comparator.comparing(AttendanceId::toString))
                        .toList(),
                all(exports().attendance(ExportFilter.ALL.withSection(new SectionId(id(3, 1))))).stream()
                        .map(AttendanceRow::id)
                        .sorted(Comparator.comparing(AttendanceId::toString))
                        .toList());
    }

    /// What a slow reader of a part must not hold up: the applying of entries, a snapshot, the view's
    /// replacement.
    @Test
    void nothingOfTheViewIsHeldBetweenParts() throws IOException {
        Iterator<List<CheckInEvent>> parts = exports().events(ExportFilter.ALL);
        Iterator<List<AttendanceRow>> records = exports().attendance(ExportFilter.ALL);
        List<CheckInEvent> seen = new ArrayList<>(parts.next());
        List<AttendanceRow> rows = new ArrayList<>(records.next());

        AttendanceRow corrected = rows.getFirst();
        apply(List.of(
                new Change.CorrectAttendance(corrected.id(), 1, AttendanceStatus.EXCUSED, "late bus"),
                checkIn(CHECK_INS)));
        Path snapshot = folder.resolve("snapshot");
        view.snapshot(snapshot);
        view.close();
        view = home.openSnapshot(snapshot);

        parts.forEachRemaining(seen::addAll);
        records.forEachRemaining(rows::addAll);
        assertEquals(home.stores().attendance().eventsAfter(0, CHECK_INS).subList(0, CHECK_INS), seen);
        assertEquals(
                rows.size(), rows.stream().map(AttendanceRow::id).distinct().count());
        AttendanceRow again = all(exports().attendance(ExportFilter.ALL)).getFirst();
        assertEquals(corrected.id(), again.id(), "a corrected record keeps its place");
        assertEquals(AttendanceStatus.EXCUSED, again.status());
    }

    @Test
    void sheetHasEveryStudentWithAPlaceOrARecord() {
        SectionId section = new SectionId(id(3, 0));
        StudentId idle = new StudentId(id(1, STUDENTS));
        apply(List.of(
                new Change.SaveStudent(new Student(idle, "20269999", "새 학생", true)),
                new Change.Enrol(section, List.of(idle))));

        ClassSheet sheet = exports().sheet(section).orElseThrow();

        assertEquals(100, sheet.meetings().size());
        assertEquals("20269999", sheet.students().getLast().number());
        assertEquals(
                all(exports().attendance(ExportFilter.ALL.withSection(section))).size(),
                sheet.records().values().stream().mapToInt(java.util.Map::size).sum());
        assertTrue(exports().sheet(new SectionId(id(9, 9))).isEmpty());
    }

    private ExportStore exports() {
        return home.stores().exports();
    }

    private static <T> List<T> all(Iterator<List<T>> parts) {
        List<T> all = new ArrayList<>();
        parts.forEachRemaining(all::addAll);
        return all;
    }

    private static Meeting meeting(int number) {
        Instant starts = NOW.plusSeconds(3600L * number);
        return new Meeting(
                new MeetingId(id(5, number)),
                new SectionId(id(3, number % 2)),
                new RoomId(id(2, number % 2)),
                starts,
                starts,
                starts.plusSeconds(600),
                starts.plusSeconds(3600),
                starts.plusSeconds(3600));
    }

    /// Twenty-five a meeting, some of one student twice, some late by hours.
    private Change checkIn(int number) {
        int meeting = Math.min(number / 25, 199);
        StudentId student = new StudentId(id(1, random.nextInt(STUDENTS)));
        RoomId room = new RoomId(id(2, meeting % 2));
        Instant at = NOW.plusSeconds(3600L * meeting + number % 25 * 60L);
        Judgement judgement = random.nextInt(5) == 0
                ? new Judgement.Refused("NotEnrolled", null, student, room, new MeetingId(id(5, meeting)))
                : new Judgement.Counts(
                        new AttendanceId(id(6, number)),
                        student,
                        room,
                        new MeetingId(id(5, meeting)),
                        AttendanceStatus.PRESENT,
                        0,
                        random.nextBoolean());
        return new Change.RecordCheckIn(
                new CheckIn(
                        new CheckInId(new UUID(7L << 12, random.nextLong())),
                        new KioskId(id(4, meeting % 2)),
                        1,
                        number + 1,
                        number % 5 == 0 ? Identification.NUMBER_CODE : Identification.PASS,
                        "text",
                        null,
                        room,
                        new KioskTime(at, number, 0L, 0L)),
                at.plusSeconds(random.nextInt(10) == 0 ? 7200 : 1),
                at,
                false,
                judgement);
    }

    private void apply(List<Change> changes) {
        List<Command> entry = new ArrayList<>();
        for (Change change : changes) {
            entry.add(new Command(new CommandId(id(0, commands++)), NOW, "node", change));
            if (change instanceof Change.RecordCheckIn record && random.nextInt(3) == 0) {
                entry.add(new Command(
                        new CommandId(id(0, commands++)),
                        NOW,
                        "node",
                        new Change.MarkUpstream(record.checkIn().id(), UpstreamState.ACCEPTED, 1, null)));
            }
            if (entry.size() >= 200) {
                view.apply(new LogPosition(1, ++index), List.copyOf(entry));
                entry.clear();
            }
        }
        view.apply(new LogPosition(1, ++index), entry);
    }

    private static UUID id(int kind, long number) {
        return new UUID((long) kind << 32 | 0x7000, number | Long.MIN_VALUE);
    }
}
