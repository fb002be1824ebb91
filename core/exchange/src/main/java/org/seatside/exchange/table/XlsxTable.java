package org.seatside.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;

/// An Excel workbook with one table, over as many sheets as Excel's limit of rows asks for. Texts are cells of
/// type text: a program that opens the file shows them and computes nothing.
final class XlsxTable implements TableWriter {
    /// Rows that Excel has on a sheet.
    private static final int ROWS = 1_048_576;
    private static final int FLUSH = 512;
    /// Characters that Excel has in a cell.
    private static final int LONGEST = 32_767;
    private static final String TIME = "yyyy-mm-dd hh:mm:ss";
    private static final String SHARE = "0.0%";
    private static final int NAME = 25;

    private final Workbook book;
    private final LocalTimes times;
    private @Nullable Worksheet sheet;
    private String title = "";
    private List<Column> columns = List.of();
    private int sheets;
    private int row;
    private int cell;

    XlsxTable(ZoneId zone, OutputStream out) {
        this.book = new Workbook(out, "Seatside", null);
        this.times = new LocalTimes(zone);
    }

    @Override
    public void begin(String name, List<Column> all) throws IOException {
        title = name;
        columns = List.copyOf(all);
        newSheet();
    }

    private Worksheet newSheet() throws IOException {
        sheets++;
        String name = title.substring(0, Math.min(title.length(), NAME));
        Worksheet next = book.newWorksheet(sheets == 1 ? name : name + " " + sheets);
        next.freezePane(0, 1);
        for (int i = 0; i < columns.size(); i++) {
            next.width(i, columns.get(i).width());
            next.inlineString(0, i, clean(columns.get(i).title()));
            next.style(0, i).bold().set();
        }
        sheet = next;
        row = 1;
        cell = 0;
        return next;
    }

    @Override
    public void text(@Nullable String value) {
        if (value != null && !value.isEmpty()) {
            sheet().inlineString(row, cell, clean(value));
        }
        cell++;
    }

    @Override
    public void number(long value) {
        sheet().value(row, cell++, value);
    }

    @Override
    public void share(@Nullable Double value) {
        if (value != null) {
            sheet().value(row, cell, value);
            sheet().style(row, cell).format(SHARE).set();
        }
        cell++;
    }

    @Override
    public void time(@Nullable Instant value) {
        if (value != null) {
            sheet().value(row, cell, LocalDateTime.ofEpochSecond(times.local(value), 0, ZoneOffset.UTC));
            sheet().style(row, cell).format(TIME).set();
        }
        cell++;
    }

    @Override
    public void endRow() throws IOException {
        cell = 0;
        row++;
        if (row == ROWS) {
            sheet().finish();
            newSheet();
        } else if (row % FLUSH == 0) {
            sheet().flush();
        }
    }

    @Override
    public void finish() throws IOException {
        sheet().finish();
        book.finish();
    }

    private Worksheet sheet() {
        Worksheet current = sheet;
        if (current == null) {
            throw new IllegalStateException("begin the table first");
        }
        return current;
    }

    /// XML 1.0 has no place for most control characters and for halves of characters; Excel has none for very
    /// long texts, and reads `_x000D_` as the character with that number.
    private static String clean(String text) {
        String whole = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
        if (whole.chars().allMatch(c -> c >= ' ' && c < 0xd800 && c != '_')) {
            return whole;
        }
        StringBuilder clean = new StringBuilder();
        whole.codePoints()
                .map(c -> c == '\t' || c == '\n' || isXml(c) ? c : '\ufffd')
                .forEach(clean::appendCodePoint);
        return clean.toString().replaceAll("_(?=x[0-9A-Fa-f]{4}_)", "_x005F_");
    }

    private static boolean isXml(int c) {
        return (c >= ' ' && c < 0xd800) || (c >= 0xe000 && c <= 0xfffd) || c > 0xffff;
    }
}
