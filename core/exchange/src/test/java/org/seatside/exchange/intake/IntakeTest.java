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

    private final Intake intake = new Intake();

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
                        new StudentRow(new Origin("users.csv", 4), "20260003", "Ann Lee", false),
                        new SectionRow(new Origin("classes.csv", 2), "CSE-01", "자료구조"),
                        new EnrolmentRow(new Origin("enrollments.csv", 2), "CSE-01", "20260001", false),
                        new EnrolmentRow(new Origin("enrollments.csv", 3), "CSE-01", "20260003", true),
                        new ImportRow.BadRow(new Origin("enrollments.csv", 4), "class-not-in-archive", "c9")),
                read("o.zip", zip(files)));
        files.remove("classes.csv");
        assertEquals("oneroster-file-missing", refusal("o.zip", zip(files)));
    }

    @Test
    void olderUsersBringTheirRoomsOnce() throws IOException {
        String lines = "[\"ann\",\"$2b$12$x\",[{\"qr_string\":\"00112233445566778899aabbccddeeff\",\"name\":null},"
                + "{\"qr_string\":\"ff112233445566778899aabbccddeeff\",\"name\":\" 19C4 \"}]]\n"
                + "[\"bob\",\"$2b$12$y\",[{\"qr_string\":\"00112233445566778899aabbccddeeff\",\"name\":\"mine\"}]]\n"
                + "{\"no\":1}\n";

        assertEquals(
                List.of(
                        new RoomRow(new Origin("", 1), "", null, null, "00112233445566778899aabbccddeeff"),
                        new RoomRow(new Origin("", 1), "19C4", null, null, "ff112233445566778899aabbccddeeff"),
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
