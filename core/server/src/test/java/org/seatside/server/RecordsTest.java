package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.api.CorrectionBatch;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.NewAttendance;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Statistics;
import org.seatside.model.api.Undo;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.Revision;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

final class RecordsTest {
    @TempDir
    private static Path folder;

    private static CampusFixture campus;
    private static Api admin;

    @BeforeAll
    static void start() throws Exception {
        campus = CampusFixture.start(folder);
        admin = campus.admin();
    }

    @AfterAll
    static void stop() {
        campus.close();
    }

    @Test
    void aSheetHasAllStudentsAllMeetingsTotalsAndShares() {
        Room room = campus.room("Sheet");
        Section section = section("S-1");
        Student hong = campus.student("20263001");
        Student kim = campus.student("20263002");
        enrol(section, hong, kim);
        Meeting first = meeting(section, room, 3);
        Meeting second = meeting(section, room, 2);
        Meeting third = meeting(section, room, 1);
        admin.put(Paths.STATUSES, new StatusMark("BUS", "버스 지연", "Late bus", AttendanceStatus.LATE, 90, true))
                .expect(200);
        Attendance present = enter(hong, first, AttendanceStatus.PRESENT, null);
        Attendance late = enter(hong, second, AttendanceStatus.LATE, "BUS");
        Attendance excused = enter(hong, third, AttendanceStatus.EXCUSED, null);

        ClassSheet sheet =
                admin.get(Paths.SECTIONS + "/" + section.id() + "/sheet").as(ClassSheet.class);

        assertEquals(List.of(first, second, third), sheet.meetings());
        assertEquals(
                List.of(
                        new ClassSheet.Row(
                                hong,
                                List.of(cell(present, "PRESENT"), cell(late, "BUS"), cell(excused, "EXCUSED")),
                                Map.of(
                                        AttendanceStatus.PRESENT,
                                        1,
                                        AttendanceStatus.LATE,
                                        1,
                                        AttendanceStatus.EXCUSED,
                                        1),
                                95),
                        new ClassSheet.Row(kim, Arrays.asList(null, null, null), Map.of(), null)),
                sheet.rows());
        assertEquals(
                List.of("PRESENT", "LATE", "BUS", "EXCUSED", "ABSENT"),
                sheet.marks().stream().map(StatusMark::code).toList());
        assertEquals(
                "400 mark-unknown",
                admin.post(
                                Paths.ATTENDANCE,
                                new NewAttendance(
                                        kim.id(), first.id(), null, AttendanceStatus.PRESENT, "BUS", null, "x"))
                        .refusal());
    }

    @Test
    void staffEnterCorrectAndTakeBackUnderTheirOwnName() {
        Room room = campus.room("Correct");
        Section section = section("S-2");
        Student hong = campus.student("20263003");
        Meeting meeting = meeting(section, room, 1);
        Attendance entered = enter(hong, meeting, AttendanceStatus.PRESENT, null);
        UUID batch = UUID.randomUUID();

        List<Attendance> corrected = admin.send(
                        "POST",
                        Paths.ATTENDANCE + "/batches",
                        new CorrectionBatch(
                                "fire drill",
                                List.of(new CorrectionBatch.Item(entered.id(), 1, AttendanceStatus.EXCUSED, null))),
                        Map.of("Idempotency-Key", batch.toString()))
                .as(new TypeReference<List<Attendance>>() {});
        admin.post(Paths.ATTENDANCE + "/batches/" + batch + "/undo", new Undo("no drill"))
                .expect(204);
        assertEquals("412 stale-revision", undo(entered, 2).refusal());
        assertEquals(
                AttendanceStatus.EXCUSED, undo(entered, 3).as(Attendance.class).status());

        AttendanceDetail detail =
                admin.get(Paths.ATTENDANCE + "/" + entered.id()).as(AttendanceDetail.class);
        assertEquals(AttendanceStatus.EXCUSED, corrected.getFirst().status());
        assertEquals(
                Arrays.asList(
                        "PRESENT was there null",
                        "EXCUSED fire drill " + batch,
                        "PRESENT no drill null",
                        "EXCUSED mistake null"),
                detail.revisions().stream()
                        .map(it -> it.status() + " " + it.reason() + " " + it.batch())
                        .toList());
        assertEquals(
                List.of(campus.session().account().toString()),
                detail.revisions().stream().map(Revision::actor).distinct().toList());
        assertEquals(
                "400 reason-needed",
                admin.post(Paths.ATTENDANCE + "/batches/" + batch + "/undo", new Undo(" "))
                        .refusal());
        assertEquals(
                "409 already-recorded",
                admin.post(
                                Paths.ATTENDANCE,
                                new NewAttendance(
                                        hong.id(), meeting.id(), null, AttendanceStatus.LATE, null, null, "again"))
                        .refusal());
    }

    @Test
    void aHistoryIsPagedAndADayIsCounted() {
        Room room = campus.room("History");
        Section section = section("S-3");
        Student hong = campus.student("20263004");
        Attendance older = enter(hong, meeting(section, room, 2), AttendanceStatus.PRESENT, null);
        Attendance newer = enter(hong, meeting(section, room, 1), AttendanceStatus.LATE, null);

        Page<HistoryEntry> first = history(hong, "?limit=1");
        Page<HistoryEntry> second = history(hong, "?limit=1&after=" + first.next());

        assertEquals(
                List.of(new HistoryEntry(newer, "History", section.id(), "Title", null, null, null)), first.items());
        assertEquals(
                List.of(new HistoryEntry(older, "History", section.id(), "Title", null, null, null)), second.items());
        assertEquals(null, second.next());
        LocalDate day = day(2);
        assertEquals(
                List.of(new Statistics.Records(day, room.id(), AttendanceStatus.PRESENT, 1)),
                admin.get(Paths.STATISTICS + "?from=" + day).as(Statistics.class).records().stream()
                        .filter(it -> it.room().equals(room.id()))
                        .toList());
        assertEquals("400 query-malformed", admin.get(Paths.STATISTICS).refusal());
        assertEquals(
                "400 days-out-of-range",
                admin.get(Paths.STATISTICS + "?from=2024-01-01&until=2026-01-01")
                        .refusal());
    }

    private static Page<HistoryEntry> history(Student student, String query) {
        return admin.get(Paths.STUDENTS + "/" + student.id() + "/attendance" + query)
                .as(new TypeReference<Page<HistoryEntry>>() {});
    }

    private static ClassSheet.Cell cell(Attendance record, String code) {
        return new ClassSheet.Cell(record.id(), record.status(), code, 1, true);
    }

    private static Api.Answer undo(Attendance record, int seen) {
        return admin.send(
                "POST",
                Paths.ATTENDANCE + "/" + record.id() + "/undo",
                new Undo("mistake"),
                Map.of("Idempotency-Key", UUID.randomUUID().toString(), "If-Match", "\"" + seen + "\""));
    }

    private static Attendance enter(Student student, Meeting meeting, AttendanceStatus status, @Nullable String mark) {
        return admin.post(
                        Paths.ATTENDANCE,
                        new NewAttendance(
                                student.id(), meeting.id(), null, status, mark, meeting.startsAt(), "was there"))
                .as(Attendance.class);
    }

    private static void enrol(Section section, Student... students) {
        admin.post(
                        Paths.SECTIONS + "/" + section.id() + "/enrolments",
                        new Enrolment(Arrays.stream(students).map(Student::id).toList()))
                .expect(204);
    }

    private static Section section(String code) {
        return admin.post(Paths.SECTIONS, new NewSection(code, "Title")).as(Section.class);
    }

    private static LocalDate day(int daysAgo) {
        return Instant.now()
                .minus(Duration.ofDays(daysAgo))
                .atZone(ZoneId.of("Asia/Seoul"))
                .toLocalDate();
    }

    private static Meeting meeting(Section section, Room room, int daysAgo) {
        Instant start =
                day(daysAgo).atTime(9, 0).atZone(ZoneId.of("Asia/Seoul")).toInstant();
        return admin.post(
                        Paths.MEETINGS,
                        new NewMeeting(section.id(), room.id(), start, start.plus(1, ChronoUnit.HOURS), 10, 10, 30))
                .as(Meeting.class);
    }
}
