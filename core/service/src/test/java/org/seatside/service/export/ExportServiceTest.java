package org.seatside.service.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.RefusedException;

final class ExportServiceTest {
    private static final Instant NOW = Instant.parse("2026-03-02T03:00:00Z");
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final SectionId SECTION = new SectionId(id(1));

    private final List<String> journal = new ArrayList<>();
    private final ExportService exports = new ExportService(
            new Campus(),
            new PlainTables(),
            (action, subject, detail, actor) -> journal.add(action + " " + subject + " " + detail + " " + actor),
            SEOUL,
            InstantSource.fixed(NOW),
            Runnable::run);

    @Test
    void checkInsAreRowsInTheLanguageOfWhoAsks() throws IOException {
        assertEquals(
                "출석 체크|추적 번호,시각,수신 시각,처리 결과,학번,이름,강의실,수업,확인 방법,키오스크,학교 출결 시스템,확인 필요,식별자,로그 번호\n"
                        + "00000009,2026-03-02T03:00:00Z,2026-03-02T03:00:01Z,수강생 아님,20260001,홍길동,19C4,,패스,seat,수락,아니오,"
                        + id(9) + ",7\n",
                text(exports.checkIns(ExportFilter.ALL, request(ExportFormat.CSV, "ko"))));
        assertEquals(
                "NotEnrolled",
                text(exports.checkIns(ExportFilter.ALL, request(ExportFormat.JSONL, "ko")))
                        .split(",", -1)[16]);
        assertEquals(List.of("export-check-ins null why me", "export-check-ins null why me"), journal);
    }

    @Test
    void aSummaryHasARowForEachWithTheShareOfWhatWasAttended() throws IOException {
        assertEquals("""
                Summary|Code,Name,Students,Present,Late,Excused,Absent,Attended (%)
                CSE,SECTIONS,2,2,1,0,1,0.75
                EEE,SECTIONS,1,0,0,1,0,
                """, text(exports.summary(SummaryBy.SECTIONS, ExportFilter.ALL, request(ExportFormat.CSV, "en"))));
        assertEquals(List.of("export-summary null why me"), journal);
    }

    @Test
    void marksOfAClassAreAsMoodlesAttendanceModuleImportsThem() throws IOException {
        String absent = text(exports.marks(SECTION, new MeetingId(id(13)), request(ExportFormat.CSV, "ko")));
        String nobodyYet = text(exports.marks(SECTION, new MeetingId(id(14)), request(ExportFormat.CSV, "ko")));

        assertEquals("CSE|idnumber,status\n20260001,A\n", absent);
        assertEquals("CSE|idnumber,status\n", nobodyYet);
        assertEquals(
                "not-found",
                assertThrows(
                                RefusedException.class,
                                () -> exports.marks(SECTION, new MeetingId(id(99)), request(ExportFormat.CSV, "ko")))
                        .code());
    }

    @Test
    void sheetCountsClassesThatAreOverOrOnRecordAndNoExcusedOnes() throws IOException {
        String sheet = text(exports.sheet(SECTION, request(ExportFormat.CSV, "en")));

        assertEquals(
                "Class sheet CSE|Student number,Name,03-02 09:00,03-02 10:00,03-02 11:00,03-02 23:00,"
                        + "Present,Late,Excused,Absent,No record,Classes held,Attended (%)\n"
                        + "20260001,홍길동,Present,Excused,Absent,,1,0,1,1,0,3,0.5\n"
                        + "20260002,김영희,,,,,0,0,0,0,3,3,0.0\n",
                sheet);
    }

    @Test
    void anExportWithoutAReasonIsRefusedAndNotOnRecord() {
        RefusedException refused = assertThrows(
                RefusedException.class,
                () -> exports.checkIns(
                        ExportFilter.ALL, new ExportRequest(ExportFormat.CSV, Locale.KOREAN, " ", "me")));

        assertEquals("reason-needed", refused.code());
        assertEquals(List.of(), journal);
    }

    @Test
    void anExportIsOnRecordBeforeItsFirstByte() {
        ExportService unrecorded = new ExportService(
                new Campus(),
                new PlainTables(),
                (_, _, _, _) -> {
                    throw new RefusedException(RefusedException.Kind.CONFLICT, "not-recorded", "again");
                },
                SEOUL,
                InstantSource.fixed(NOW),
                Runnable::run);

        assertThrows(
                RefusedException.class, () -> unrecorded.checkIns(ExportFilter.ALL, request(ExportFormat.CSV, "ko")));
    }

    @Test
    void aReaderWhoLeavesGivesThePlaceBack() throws IOException {
        for (int i = 0; i < 10; i++) {
            ExportService.Export export = exports.checkIns(ExportFilter.ALL, request(ExportFormat.CSV, "ko"));
            assertThrows(IOException.class, () -> export.body().writeTo(new Closed()));
        }

        assertEquals(
                3,
                text(exports.sheet(SECTION, request(ExportFormat.CSV, "en")))
                        .lines()
                        .count());
    }

    private static final class Closed extends OutputStream {
        @Override
        public void write(int octet) throws IOException {
            throw new IOException("closed");
        }
    }

    private static ExportRequest request(ExportFormat format, String language) {
        return new ExportRequest(format, Locale.forLanguageTag(language), "why", "me");
    }

    private static String text(ExportService.Export export) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        export.body().writeTo(out);
        return out.toString(StandardCharsets.UTF_8);
    }

    private static UUID id(long number) {
        return new UUID(0x7000, number);
    }

    private static final class Campus implements ExportStore {
        @Override
        public List<SummaryPart> summary(SummaryBy by, ExportFilter filter) {
            return List.of(
                    new SummaryPart("CSE", by.name(), 2, AttendanceStatus.ABSENT, 1),
                    new SummaryPart("CSE", by.name(), 2, AttendanceStatus.LATE, 1),
                    new SummaryPart("CSE", by.name(), 2, AttendanceStatus.PRESENT, 2),
                    new SummaryPart("EEE", by.name(), 1, AttendanceStatus.EXCUSED, 1));
        }

        @Override
        public Iterator<List<CheckInEvent>> events(ExportFilter filter) {
            return List.of(
                            List.<CheckInEvent>of(),
                            List.of(new CheckInEvent(
                                    7,
                                    new CheckInId(id(9)),
                                    "NotEnrolled",
                                    NOW,
                                    NOW.plusSeconds(1),
                                    Identification.PASS,
                                    new KioskId(id(3)),
                                    "seat",
                                    new RoomId(id(4)),
                                    "19C4",
                                    null,
                                    new StudentId(id(5)),
                                    "20260001",
                                    "홍길동",
                                    UpstreamState.ACCEPTED,
                                    false)))
                    .iterator();
        }

        @Override
        public Iterator<List<AttendanceRow>> attendance(ExportFilter filter) {
            return Collections.emptyIterator();
        }

        @Override
        public Optional<ClassSheet> sheet(SectionId section) {
            List<Meeting> meetings = List.of(meeting(11, -3), meeting(12, -2), meeting(13, -1), meeting(14, 11));
            return Optional.of(new ClassSheet(
                    new Section(SECTION, "CSE", "Title"),
                    List.of(
                            new Student(new StudentId(id(5)), "20260001", "홍길동", true),
                            new Student(new StudentId(id(6)), "20260002", "김영희", true)),
                    meetings,
                    Map.of(
                            new StudentId(id(5)),
                            Map.of(
                                    new MeetingId(id(11)), AttendanceStatus.PRESENT,
                                    new MeetingId(id(12)), AttendanceStatus.EXCUSED,
                                    new MeetingId(id(13)), AttendanceStatus.ABSENT)),
                    Map.of()));
        }

        private static Meeting meeting(long id, int hours) {
            Instant starts = NOW.plusSeconds(3600L * hours);
            return new Meeting(
                    new MeetingId(id(id)),
                    SECTION,
                    new RoomId(id(4)),
                    starts,
                    starts,
                    starts,
                    starts,
                    starts.plusSeconds(3000));
        }
    }

    /// Cells between commas.
    private static final class PlainTables implements TableFormats {
        @Override
        public TableWriter table(ExportFormat format, ZoneId zone, OutputStream out) {
            return new PlainTable(out);
        }

        @Override
        public void signingSheet(SigningSheet sheet, Locale language, OutputStream out) throws IOException {
            out.write(sheet.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static final class PlainTable implements TableWriter {
        private final OutputStream out;
        private final List<String> cells = new ArrayList<>();

        PlainTable(OutputStream out) {
            this.out = out;
        }

        @Override
        public void begin(String title, List<Column> columns) throws IOException {
            write(title + "|"
                    + String.join(",", columns.stream().map(Column::title).toList()) + "\n");
        }

        @Override
        public void text(@Nullable String value) {
            cells.add(value == null ? "" : value);
        }

        @Override
        public void number(long value) {
            cells.add(Long.toString(value));
        }

        @Override
        public void share(@Nullable Double value) {
            cells.add(value == null ? "" : value.toString());
        }

        @Override
        public void time(@Nullable Instant value) {
            cells.add(value == null ? "" : value.toString());
        }

        @Override
        public void endRow() throws IOException {
            write(String.join(",", cells) + "\n");
            cells.clear();
        }

        @Override
        public void finish() throws IOException {
            out.flush();
        }

        private void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }
}
