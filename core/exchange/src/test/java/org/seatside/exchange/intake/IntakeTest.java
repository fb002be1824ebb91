package org.seatside.exchange.intake;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.exchange.table.Tables;
import org.seatside.model.api.ExportFormat;
import org.seatside.service.RefusedException;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;
import org.seatside.service.imports.ImportRow;
import org.seatside.service.imports.ImportRow.EnrolmentRow;
import org.seatside.service.imports.ImportRow.Origin;
import org.seatside.service.imports.ImportRow.RoomRow;
import org.seatside.service.imports.ImportRow.SectionRow;
import org.seatside.service.imports.ImportRow.StudentRow;
import org.seatside.testkit.Seeds;

final class IntakeTest {
    private static final String KOREAN = "학번,이름,분반,과목\r\n20260001,홍길동,CSE-01,\"자료,구조\"\r\n";
    private static final List<ImportRow> READ = List.of(
            new StudentRow(new Origin("", 2), "20260001", "홍길동", null),
            new SectionRow(new Origin("", 2), "CSE-01", "자료,구조"),
            new EnrolmentRow(new Origin("", 2), "CSE-01", "20260001", false));

    @TempDir
    private Path folder;

    private final Intake intake = new Intake(ZoneId.of("Asia/Seoul"));

    private List<ImportRow> read(String name, byte[] content) throws IOException {
        return intake.read(Files.write(folder.resolve(name), content), name);
    }

    private String refusal(String name, byte[] content) {
        return assertThrows(RefusedException.class, () -> read(name, content)).code();
    }

    @Test
    void csvIsReadInEveryEncodingThatExcelWrites() throws IOException {
        assertEquals(READ, read("a.csv", KOREAN.getBytes(UTF_8)));
        assertEquals(READ, read("a.csv", ("\ufeff" + KOREAN).getBytes(UTF_8)));
        assertEquals(READ, read("a.csv", KOREAN.getBytes(Charset.forName("x-windows-949"))));
        assertEquals(READ, read("a.csv", KOREAN.replace("\r\n", "\n").getBytes(UTF_8)));
        assertEquals(
                READ, read("a.csv", KOREAN.replace(',', ';').replace("료;", "료,").getBytes(UTF_8)));
        assertEquals("text-unreadable", refusal("a.csv", new byte[] {'a', (byte) 0xff, (byte) 0xff, '\n'}));
        assertEquals("text-unreadable", refusal("a.csv", KOREAN.getBytes(UTF_16LE)));
        assertEquals("headings-unknown", refusal("a.csv", "a,b\n1,2\n".getBytes(UTF_8)));
    }

    @Test
    void roomsComeWithoutStudents() throws IOException {
        assertEquals(
                List.of(
                        new RoomRow(new Origin("", 2), "19C4", "공학관", "4", null),
                        new ImportRow.BadRow(new Origin("", 3), "row-says-nothing", "")),
                read("r.csv", "강의실,건물,층\n19C4,공학관,4\n,공학관,\n".getBytes(UTF_8)));
    }

    @Test
    void whatWasExportedIsReadAsItWas() throws IOException {
        for (ExportFormat format : List.of(ExportFormat.CSV, ExportFormat.XLSX)) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            TableWriter table = Tables.of(format, ZoneId.of("Asia/Seoul"), out);
            table.begin("표", List.of(new Column("n", "학번", 9), new Column("m", "이름", 9)));
            table.text("20260001");
            table.text("=1+\"홍\"");
            table.endRow();
            table.finish();

            assertEquals(
                    List.of(new StudentRow(new Origin("", 2), "20260001", "=1+\"홍\"", null)),
                    read("x." + format.extension(), out.toByteArray()));
        }
    }

    @Test
    void oneRosterBringsStudentsClassesAndEnrolmentsAndTakesThemBack() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest.csv", """
                propertyName,value
                manifest.version,1.0
                oneroster.version,1.2
                file.users,delta
                file.classes,delta
                file.enrollments,delta
                """);
        files.put("roles.csv", """
                sourcedId,userSourcedId,roleType,role
                r1,u1,primary,student
                r2,u2,primary,teacher
                r3,u3,primary,student
                """);
        files.put("users.csv", """
                sourcedId,status,enabledUser,identifier,givenName,familyName
                u1,active,true,20260001,길동,홍
                u2,active,true,T1,철수,김
                u3,tobedeleted,true,20260003,Ann,Lee
                """);
        files.put("classes.csv", """
                sourcedId,status,title,classCode
                c1,active,자료구조,CSE-01
                """);
        files.put("enrollments.csv", """
                sourcedId,status,classSourcedId,userSourcedId,role
                e1,active,c1,u1,student
                e2,tobedeleted,c1,u3,student
                e3,active,c9,u1,student
                e4,active,c1,u2,teacher
                """);

        assertEquals(
                List.of(
                        new StudentRow(new Origin("users.csv", 2), "20260001", "홍길동", true),
                        new ImportRow.LecturerRow(new Origin("users.csv", 3), "T1", "김철수"),
                        new StudentRow(new Origin("users.csv", 4), "20260003", "Ann Lee", false),
                        new SectionRow(new Origin("classes.csv", 2), "CSE-01", "자료구조"),
                        new EnrolmentRow(new Origin("enrollments.csv", 2), "CSE-01", "20260001", false),
                        new EnrolmentRow(new Origin("enrollments.csv", 3), "CSE-01", "20260003", true),
                        new ImportRow.BadRow(new Origin("enrollments.csv", 4), "class-not-in-archive", "c9"),
                        new ImportRow.TeachesRow(new Origin("enrollments.csv", 5), "CSE-01", null, "T1", false)),
                read("o.zip", zip(files)));
        files.remove("classes.csv");
        assertEquals("oneroster-file-missing", refusal("o.zip", zip(files)));
    }

    @Test
    void oneRosterInBulkSaysWhoOffersWhatWhenAndWhoIsNoLongerThere() throws IOException {
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest.csv", """
                propertyName,value
                oneroster.version,1.2
                file.orgs,bulk
                file.academicSessions,bulk
                file.courses,bulk
                file.classes,bulk
                file.enrollments,bulk
                """);
        files.put("orgs.csv", """
                sourcedId,status,dateLastModified,name,type,identifier,parentSourcedId
                o1,,,한국대학교,district,,
                o2,,,컴퓨터공학과,department,CSE,o1
                """);
        files.put("academicSessions.csv", """
                sourcedId,status,dateLastModified,title,type,startDate,endDate,parentSourcedId,schoolYear
                y,,,2026,schoolYear,2026-03-01,2027-02-28,,2026
                2026-1,,,2026학년도 1학기,semester,2026-03-02,2026-06-21,y,2026
                2026-2,,,2학기,term,2026-09-01,soon,y,2026
                """);
        files.put("courses.csv", """
                sourcedId,status,dateLastModified,schoolYearSourcedId,title,courseCode,grades,orgSourcedId
                k1,,,y,자료구조,CSE201,,o2
                """);
        files.put("classes.csv", """
                sourcedId,status,dateLastModified,title,grades,courseSourcedId,classCode,classType,location,schoolSourcedId,termSourcedIds
                c1,,,자료구조 1분반,,k1,CSE201-01,scheduled,,o1,"2026-1,2026-2"
                """);
        files.put("enrollments.csv", "sourcedId,status,classSourcedId,userSourcedId,role\n");

        assertEquals(
                List.of(
                        new ImportRow.DepartmentRow(new Origin("orgs.csv", 3), "CSE", "컴퓨터공학과"),
                        new ImportRow.TermRow(
                                new Origin("academicSessions.csv", 3),
                                "2026-1",
                                "2026학년도 1학기",
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 6, 21)),
                        new ImportRow.BadRow(new Origin("academicSessions.csv", 4), "days-malformed", "2026-2"),
                        new ImportRow.CourseRow(new Origin("courses.csv", 2), "CSE201", "자료구조", "CSE"),
                        new SectionRow(new Origin("classes.csv", 2), "CSE201-01", "자료구조 1분반", "CSE201", "2026-1"),
                        new ImportRow.WholeRosterRow(new Origin("enrollments.csv", 0), "CSE201-01", "2026-1")),
                read("o.zip", zip(files)));
        files.put("manifest.csv", files.get("manifest.csv").replace("file.orgs,bulk", "file.orgs,some"));
        assertEquals("oneroster-mode", refusal("o.zip", zip(files)));
    }

    private static final String MONDAYS = """
            BEGIN:VEVENT
            UID:a@x
            SUMMARY:CSE201-01 자료
             구조
            LOCATION:19C4
            DTSTART;TZID=Asia/Seoul:20260302T090000
            DTEND;TZID=Asia/Seoul:20260302T103000
            RRULE:FREQ=WEEKLY;UNTIL=20260323T000000Z;BYDAY=MO,WE
            EXDATE;TZID=Asia/Seoul:20260309T090000
            RDATE;TZID=Asia/Seoul:20260328T140000
            BEGIN:VALARM
            SUMMARY:no
            END:VALARM
            END:VEVENT
            BEGIN:VEVENT
            UID:a@x
            RECURRENCE-ID;TZID=Asia/Seoul:20260316T090000
            SUMMARY:CSE201-01
            LOCATION:20B1
            DTSTART:20260317T010000Z
            DURATION:PT1H
            END:VEVENT
            """;

    private List<ImportRow> calendar(String events) throws IOException {
        return read("t.ics", ("BEGIN:VCALENDAR\r\n" + events + "END:VCALENDAR\r\n").getBytes(UTF_8));
    }

    private List<String> refusedIn(String events) throws IOException {
        return calendar(events).stream()
                .map(row -> row instanceof ImportRow.BadRow bad ? bad.why() : "taken")
                .toList();
    }

    @Test
    void aWeeklyClassKeepsItsExceptionsAndEndsWhereItsRuleDoes() throws IOException {
        Origin origin = new Origin("", 3);
        ImportRow.Odd off = new ImportRow.Odd(LocalDate.of(2026, 3, 9), null, 0, null);
        ImportRow.Odd moved =
                new ImportRow.Odd(LocalDate.of(2026, 3, 16), LocalDateTime.of(2026, 3, 17, 10, 0), 60, "20B1");
        Instant extra = Instant.parse("2026-03-28T05:00:00Z");

        assertEquals(
                List.of(
                        new ImportRow.WeeklyRow(
                                origin,
                                "a@x MONDAY",
                                "CSE201-01 자료구조",
                                "19C4",
                                DayOfWeek.MONDAY,
                                LocalTime.of(9, 0),
                                90,
                                LocalDate.of(2026, 3, 2),
                                LocalDate.of(2026, 3, 23),
                                List.of(off, moved)),
                        new ImportRow.WeeklyRow(
                                origin,
                                "a@x WEDNESDAY",
                                "CSE201-01 자료구조",
                                "19C4",
                                DayOfWeek.WEDNESDAY,
                                LocalTime.of(9, 0),
                                90,
                                LocalDate.of(2026, 3, 4),
                                LocalDate.of(2026, 3, 18),
                                List.of()),
                        new ImportRow.ClassRow(
                                origin,
                                "a@x 2026-03-28T05:00:00Z",
                                "CSE201-01 자료구조",
                                "19C4",
                                extra,
                                extra.plusSeconds(5_400),
                                false)),
                calendar(MONDAYS));
    }

    /// Summer time begins on the 29th: nine o'clock in Berlin is an hour earlier from then on.
    @Test
    void everyOtherWeekInAnotherZoneBecomesClassesOneByOne() throws IOException {
        List<ImportRow> rows = calendar("""
                BEGIN:VEVENT
                UID:b
                SUMMARY:S
                LOCATION:R
                DTSTART;TZID=Europe/Berlin:20260317T090000
                DTEND;TZID=Europe/Berlin:20260317T100000
                RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=3
                EXDATE:20260414T070000Z
                END:VEVENT
                """);

        assertEquals(
                List.of("2026-03-17T08:00:00Z false", "2026-03-31T07:00:00Z false", "2026-04-14T07:00:00Z true"),
                rows.stream()
                        .map(row -> (ImportRow.ClassRow) row)
                        .map(row -> row.start() + " " + row.cancelled())
                        .toList());
    }

    private static String eventWith(String lines) {
        return """
                BEGIN:VEVENT
                UID:c
                SUMMARY:S
                LOCATION:R
                DTSTART:20260302T000000Z
                %s
                END:VEVENT
                """.formatted(lines);
    }

    @Test
    void wholeDaysAreHolidaysAndWhatIsNotUnderstoodIsToldOfTheLine() throws IOException {
        assertEquals(
                List.of(
                        new ImportRow.HolidayRow(new Origin("", 3), LocalDate.of(2026, 9, 24), "추석"),
                        new ImportRow.HolidayRow(new Origin("", 3), LocalDate.of(2026, 9, 25), "추석")),
                calendar("""
                        BEGIN:VEVENT
                        UID:h
                        SUMMARY:추석
                        DTSTART;VALUE=DATE:20260924
                        DTEND;VALUE=DATE:20260926
                        END:VEVENT
                        """));
        Map<String, String> wrong = new LinkedHashMap<>();
        wrong.put("DTEND:20260302T010000Z\nRRULE:FREQ=MONTHLY;COUNT=3", "rule-not-supported");
        wrong.put("DTEND:20260302T010000Z\nRRULE:FREQ=WEEKLY", "rule-never-ends");
        wrong.put("DTEND:20260302T010000Z\nRRULE:FREQ=WEEKLY;COUNT=0", "rule-malformed");
        wrong.put("DTEND:20260302T010000Z\nRRULE:FREQ=WEEKLY;UNTIL=20990101", "rule-too-long");
        wrong.put("DTEND:20260302T010000Z\nRRULE:FREQ=WEEKLY;COUNT=3;BYDAY=1MO", "rule-not-supported");
        wrong.put("DTEND;TZID=Korea Standard Time:20260302T010000", "zone-unknown");
        wrong.put("DTEND:20260301T230000Z", "times-malformed");
        wrong.put("SUMMARY:no end", "end-missing");
        wrong.put("NOCOLON", "calendar-line-malformed");
        for (Map.Entry<String, String> each : wrong.entrySet()) {
            assertEquals(List.of(each.getValue()), refusedIn(eventWith(each.getKey())), each.getKey());
        }
        assertEquals("calendar-malformed", refusal("x.ics", "BEGIN:VCARD\n".getBytes(UTF_8)));
        assertEquals("calendar-malformed", refusal("x.ics", "BEGIN:VCALENDAR\nBEGIN:VEVENT\n".getBytes(UTF_8)));
    }

    @Test
    void olderUsersBringTheirRoomsOnce() throws IOException {
        String lines = "[\"ann\",\"$2b$12$x\",[{\"qr_string\":\"00112233445566778899aabbccddeeff\",\"name\":null},"
                + "{\"qr_string\":\"ff112233445566778899aabbccddeeff\",\"name\":\" 19C4 \"}]]\n"
                + "[\"bob\",\"$2b$12$y\",[{\"qr_string\":\"00112233445566778899aabbccddeeff\",\"name\":\"mine\"}]]\n"
                + "{\"no\":1}\n";

        assertEquals(
                List.of(
                        new ImportRow.AccountRow(new Origin("", 1), "ann", "$2b$12$x"),
                        new RoomRow(new Origin("", 1), "", null, null, "00112233445566778899aabbccddeeff"),
                        new RoomRow(new Origin("", 1), "19C4", null, null, "ff112233445566778899aabbccddeeff"),
                        new ImportRow.AccountRow(new Origin("", 2), "bob", "$2b$12$y"),
                        new ImportRow.BadRow(new Origin("", 3), "line-malformed", "")),
                read("u.jsonl", lines.getBytes(UTF_8)));
    }

    @Test
    void archivesThatAreMeantToDoHarmAreRefusedBeforeTheyAreUnpacked() throws IOException {
        Map<String, String> many = new LinkedHashMap<>();
        for (int i = 0; i < 101; i++) {
            many.put("f" + i, "");
        }
        assertEquals("archive-too-many-files", refusal("a.zip", zip(many)));
        assertEquals("archive-name-leads-out", refusal("a.zip", zip(Map.of("../manifest.csv", "x"))));
        assertEquals("archive-name-leads-out", refusal("a.zip", zip(Map.of("/etc/passwd", "x"))));
        assertEquals("archive-name-leads-out", refusal("a.zip", zip(Map.of("a\\..\\b", "x"))));
        assertEquals("archive-in-archive", refusal("a.zip", zip(Map.of("42.zip", "x"))));
        assertEquals("archive-bomb", refusal("a.zip", zeros(4 << 20)));
        assertEquals("file-too-large", refusal("a.zip", zeros(51 << 20)));
        assertEquals("archive-damaged", refusal("a.zip", "no zip".getBytes(UTF_8)));
        assertEquals("file-kind-unknown", refusal("a.exe", new byte[] {1}));
    }

    /// The seeded bug: a size that the directory understates must be caught while reading.
    @Test
    void anArchiveThatLiesAboutItsSizesIsCaughtWhileItIsRead() throws IOException {
        Path file = Files.write(folder.resolve("lie.zip"), zip(Map.of("a", "0123456789".repeat(1000))));
        try (Archive archive = Archive.open(file);
                var in = archive.open("a").orElseThrow()) {
            assertEquals(10_000, in.readAllBytes().length);
        }
        byte[] bomb = zeros(60 << 20);
        understate(bomb);
        Path lying = Files.write(folder.resolve("lying.zip"), bomb);
        assertThrows(Exception.class, () -> {
            try (Archive archive = Archive.open(lying);
                    var in = archive.open("zeros").orElseThrow()) {
                in.transferTo(OutputStream.nullOutputStream());
            }
        });
    }

    @Test
    void workbooksThatAreMeantToDoHarmAreRefused() throws IOException {
        String rels = "<Relationships><Relationship Id=\"r1\" Target=\"worksheets/sheet1.xml\"/></Relationships>";
        String book = "<workbook xmlns:r=\"r\"><sheets><sheet name=\"a\" r:id=\"r1\"/></sheets></workbook>";
        String xxe =
                "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + folder.resolve("secret").toUri() + "\">]>"
                        + "<worksheet><sheetData><row r=\"1\"><c t=\"inlineStr\"><is><t>&e;</t></is></c></row></sheetData></worksheet>";
        Files.writeString(folder.resolve("secret"), "number");

        assertTrue(List.of("workbook-with-document-type", "workbook-damaged")
                .contains(refusal(
                        "x.xlsx",
                        zip(Map.of(
                                "xl/workbook.xml", book,
                                "xl/_rels/workbook.xml.rels", rels,
                                "xl/worksheets/sheet1.xml", xxe)))));
        String wide = "<worksheet><sheetData><row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row></sheetData></worksheet>";
        assertEquals(
                "file-too-large",
                refusal(
                        "x.xlsx",
                        zip(Map.of(
                                "xl/workbook.xml", book,
                                "xl/_rels/workbook.xml.rels", rels,
                                "xl/worksheets/sheet1.xml", wide))));
        assertEquals("workbook-damaged", refusal("x.xlsx", zip(Map.of("a", "b"))));
    }

    @Test
    void tablesThatAreTooLargeAreRefused() {
        assertEquals("file-too-large", refusal("a.csv", ("number" + ",".repeat(1_000_000) + "\n").getBytes(UTF_8)));
        assertEquals("file-too-large", refusal("a.csv", ("number\n" + "1".repeat(10_000) + "\n").getBytes(UTF_8)));
        assertEquals(
                "file-too-large",
                refusal("a.csv", "number\n1\n".concat("1\n".repeat(250_000)).getBytes(UTF_8)));
        assertEquals("csv-torn", refusal("a.csv", "number,name\n1,\"torn".getBytes(UTF_8)));
    }

    @Test
    void whateverComesIsReadOrRefused() throws IOException {
        Random random = new Random(Seeds.next());
        byte[] zip = zip(Map.of("manifest.csv", "propertyName,value\noneroster.version,1.2\n", "users.csv", KOREAN));
        for (int i = 0; i < 600; i++) {
            String name = List.of("a.csv", "a.zip", "a.xlsx", "a.jsonl").get(random.nextInt(4));
            byte[] content = (random.nextBoolean() ? zip : KOREAN.getBytes(UTF_8)).clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
                content[random.nextInt(content.length)] = (byte) random.nextInt();
            }
            try {
                read(name, content);
            } catch (RefusedException | IOException e) {
                assertTrue(
                        e.getMessage() != null && !e.getMessage().contains("홍길동"),
                        () -> "says why, and no names: " + e);
            }
        }
    }

    private static byte[] zip(Map<String, String> files) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        return out.toByteArray();
    }

    private static byte[] zeros(int size) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("zeros"));
            zip.write(new byte[size]);
        }
        return out.toByteArray();
    }

    /// Writes a harmless size into the central directory.
    private static void understate(byte[] zip) {
        for (int i = zip.length - 4; i >= 0; i--) {
            if (zip[i] == 'P' && zip[i + 1] == 'K' && zip[i + 2] == 1 && zip[i + 3] == 2) {
                zip[i + 24] = 100;
                zip[i + 25] = 0;
                zip[i + 26] = 0;
                zip[i + 27] = 0;
                return;
            }
        }
        throw new AssertionError("no directory");
    }
}
