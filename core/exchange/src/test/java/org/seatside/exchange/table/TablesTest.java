package org.seatside.exchange.table;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.ExportFormat;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;
import org.seatside.testkit.Seeds;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

final class TablesTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final List<Column> COLUMNS = List.of(
            new Column("name", "이름", 10),
            new Column("count", "건수", 10),
            new Column("share", "비율", 10),
            new Column("at", "시각", 20));
    private static final List<String> STARTS = List.of(
            "=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " =", "\u00a0+", "\ufeff=", "\u200b@", "\"=",
            "'=", "\u0000=", "\r\n-", "\u2212");
    private static final List<String> ENDS = List.of(
            "1+1",
            "cmd|' /C calc'!A0",
            "HYPERLINK(\"http://example.invalid\",\"a\")",
            "SUM(A1:A9)*cmd|' /C calc'!A0",
            "2-3;\"x\"",
            "a,b",
            "line\r\nbreak",
            "홍길동",
            "\"quoted\"",
            "",
            "=1",
            "@SUM(1)",
            "_x000D_",
            "é;",
            " ",
            "0x90",
            "DDE(\"a\";\"b\")",
            "\u202e1",
            "]]>",
            "</t>",
            "&amp;",
            "\ud83d\ude00",
            "x\ty",
            "'",
            "1e9");

    @TempDir
    private Path folder;

    @Test
    void anOpenDocumentIsKnownByItsFirstBytesAndHoldsTextsAsTexts() throws Exception {
        byte[] ods = write(ExportFormat.ODS, table -> {
            table.text("=1+1 <&> \ud83d\ude00 \u0001");
            table.number(-3);
            table.share(0.9333);
            table.time(Instant.parse("2026-03-02T00:02:03.9Z"));
            table.endRow();
            table.text(null);
            table.number(0);
            table.share(null);
            table.time(null);
            table.endRow();
        });

        assertEquals(
                "mimetypeapplication/vnd.oasis.opendocument.spreadsheet",
                new String(ods, 30, 54, java.nio.charset.StandardCharsets.US_ASCII));
        Document content = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(ods))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".xml")) {
                    content = DocumentBuilderFactory.newDefaultNSInstance()
                            .newDocumentBuilder()
                            .parse(new ByteArrayInputStream(zip.readAllBytes()));
                }
            }
        }
        NodeList cells = Objects.requireNonNull(content).getElementsByTagName("table:table-cell");
        List<String> shown = new ArrayList<>();
        for (int i = 0; i < cells.getLength(); i++) {
            Element cell = (Element) cells.item(i);
            shown.add(cell.getAttribute("office:value-type") + cell.getAttribute("office:value")
                    + cell.getAttribute("office:date-value") + "|" + cell.getTextContent());
        }
        assertEquals(
                List.of(
                        "string|이름",
                        "string|건수",
                        "string|비율",
                        "string|시각",
                        "string|=1+1 <&> \ud83d\ude00 \ufffd",
                        "float-3|",
                        "percentage0.9333|",
                        "date2026-03-02T09:02:03|",
                        "|",
                        "float0|",
                        "|",
                        "|",
                        "|"),
                shown);
    }

    @Test
    void csvIsWhatExcelInKoreaReadsAndRfc4180Says() throws IOException {
        byte[] csv = write(ExportFormat.CSV, table -> {
            table.text("홍길동, \"동\"");
            table.number(-3);
            table.share(0.9333);
            table.time(Instant.parse("2026-03-02T00:02:03.9Z"));
            table.endRow();
            table.text(null);
            table.number(0);
            table.share(null);
            table.time(null);
            table.endRow();
        });

        assertEquals(
                "\ufeff이름,건수,비율,시각\r\n\"홍길동, \"\"동\"\"\",-3,93.3,2026-03-02 09:02:03\r\n,0,,\r\n",
                new String(csv, UTF_8));
        assertArrayEquals(new byte[] {(byte) 0xef, (byte) 0xbb, (byte) 0xbf}, Arrays.copyOf(csv, 3));
    }

    @Test
    void noneOfFiveHundredNastyCellsIsAFormulaInCsv() throws IOException {
        List<String> nasty = nasty();

        String csv = new String(oneColumn(ExportFormat.CSV, nasty), UTF_8);

        List<String> cells = parsed(csv.substring(1));
        assertEquals(nasty.size() + 1, cells.size());
        for (int i = 0; i < nasty.size(); i++) {
            String cell = cells.get(i + 1);
            assertEquals("'" + nasty.get(i), cell, () -> "not marked as text");
            assertEquals(nasty.get(i), Formulas.unmarked(cell));
        }
    }

    /// The seeded bug: a table that marks nothing must be seen by the check above.
    @Test
    void aCellWithoutItsMarkWouldBeFound() {
        long formulas = nasty().stream().filter(Formulas::begins).count();
        assertEquals(500, formulas);
        assertFalse(Formulas.begins("홍길동"));
        assertFalse(Formulas.begins("20260001"));
        assertFalse(Formulas.begins("a=b"));
        assertFalse(Formulas.begins("'" + "x"));
    }

    @Test
    void noneOfFiveHundredNastyCellsIsAFormulaInExcel() throws IOException {
        String sheet = sheet(oneColumn(ExportFormat.XLSX, nasty()));

        assertFalse(sheet.contains("<f>"), "a formula");
        assertEquals(501, sheet.split("t=\"inlineStr\"", -1).length - 1);
    }

    @Test
    void excelShowsTimesInTheCampusZoneAndSharesAsPercent() throws IOException {
        byte[] xlsx = write(ExportFormat.XLSX, table -> {
            table.text("홍길동");
            table.number(7);
            table.share(0.5);
            table.time(Instant.parse("2026-03-02T00:00:00Z"));
            table.endRow();
        });

        String sheet = sheet(xlsx);
        assertTrue(sheet.contains("&#xd64d;&#xae38;&#xb3d9;"), sheet);
        assertTrue(sheet.contains("<v>7</v>"), sheet);
        assertTrue(sheet.contains("<v>0.5</v>"), sheet);
        assertTrue(sheet.contains("<v>46083.375</v>"), sheet);
    }

    @Test
    void jsonLinesLeaveOutWhatIsBlankAndEscapeTheRest() throws IOException {
        byte[] lines = write(ExportFormat.JSONL, table -> {
            table.text("=\"1\\\u0001\n\u2028");
            table.number(7);
            table.share(0.25);
            table.time(Instant.parse("2026-03-02T00:02:03.9Z"));
            table.endRow();
            table.text(null);
            table.number(0);
            table.share(null);
            table.time(null);
            table.endRow();
        });

        assertEquals(
                "{\"name\":\"=\\\"1\\\\\\u0001\\u000a\\u2028\",\"count\":7,\"share\":0.25,"
                        + "\"at\":\"2026-03-02T00:02:03.900Z\"}\n{\"count\":0}\n",
                new String(lines, UTF_8));
    }

    @Test
    void timesAreThoseOfTheZoneThroughItsChanges() {
        Random random = new Random(Seeds.next());
        ZoneId berlin = ZoneId.of("Europe/Berlin");
        LocalTimes times = new LocalTimes(berlin);
        DateTimeFormatter expected = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss");

        for (int i = 0; i < 20_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(0, 4_000_000_000L));
            assertEquals(
                    expected.format(LocalDateTime.ofInstant(at, berlin)),
                    new String(times.text(at), java.nio.charset.StandardCharsets.US_ASCII));
        }
    }

    @Test
    void everyTextComesThroughCsvAsItIs() throws IOException {
        Random random = new Random(Seeds.next());
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < 3000; i++) {
            StringBuilder text = new StringBuilder("x");
            for (int n = random.nextInt(40); n > 0; n--) {
                int point = random.nextInt(4) == 0
                        ? random.nextInt(0x11_0000)
                        : ",\"\r\n;a가 '".codePointAt(random.nextInt(9));
                text.appendCodePoint(point >= 0xd800 && point <= 0xdfff ? 'y' : point);
            }
            texts.add(text.toString());
        }
        texts.add("x" + "가".repeat(70_000));

        List<String> cells = parsed(new String(oneColumn(ExportFormat.CSV, texts), UTF_8).substring(1));

        assertEquals(texts, cells.subList(1, cells.size()));
    }

    private static List<String> nasty() {
        List<String> nasty = new ArrayList<>();
        STARTS.forEach(start -> ENDS.forEach(end -> nasty.add(start + (end.isBlank() ? "=" + end : end))));
        return nasty;
    }

    private static byte[] oneColumn(ExportFormat format, List<String> texts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter table = Tables.of(format, SEOUL, out);
        table.begin("표", List.of(new Column("text", "글", 10)));
        for (String text : texts) {
            table.text(text);
            table.endRow();
        }
        table.finish();
        return out.toByteArray();
    }

    private interface Rows {
        void to(TableWriter table) throws IOException;
    }

    private static byte[] write(ExportFormat format, Rows rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TableWriter table = Tables.of(format, SEOUL, out);
        table.begin("표", COLUMNS);
        rows.to(table);
        table.finish();
        return out.toByteArray();
    }

    private String sheet(byte[] file) throws IOException {
        Path path = Files.write(folder.resolve("table.xlsx"), file);
        try (ZipFile zip = new ZipFile(path.toFile())) {
            return new String(
                    zip.getInputStream(zip.getEntry("xl/worksheets/sheet1.xml")).readAllBytes(), UTF_8);
        }
    }

    /// RFC 4180, read by rules of its own: one column.
    private static List<String> parsed(String csv) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == '\r' && csv.charAt(i + 1) == '\n') {
                cells.add(cell.toString());
                cell.setLength(0);
                i++;
            } else {
                cell.append(c);
            }
        }
        return cells;
    }
}
