package org.seatside.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;

/// CSV as RFC 4180 says it, in UTF-8 behind a byte order mark, without which Excel in Korea reads CP949. A text
/// that begins like a formula gets an apostrophe before it ([Formulas]).
final class CsvTable implements TableWriter {
    private static final byte[] BYTE_ORDER_MARK = {(byte) 0xef, (byte) 0xbb, (byte) 0xbf};

    private final Bytes bytes;
    private final LocalTimes times;
    private boolean first = true;

    CsvTable(ZoneId zone, OutputStream out) {
        this.bytes = new Bytes(out);
        this.times = new LocalTimes(zone);
    }

    @Override
    public void begin(String title, List<Column> columns) throws IOException {
        bytes.put(BYTE_ORDER_MARK, BYTE_ORDER_MARK.length);
        for (Column column : columns) {
            text(column.title());
        }
        endRow();
    }

    @Override
    public void text(@Nullable String value) throws IOException {
        separate();
        if (value == null || value.isEmpty()) {
            return;
        }
        boolean formula = Formulas.begins(value);
        if (!needsQuotes(value)) {
            if (formula) {
                bytes.put(Formulas.TEXT_MARK);
            }
            bytes.text(value);
            return;
        }
        bytes.put('"');
        if (formula) {
            bytes.put(Formulas.TEXT_MARK);
        }
        bytes.text(value.indexOf('"') < 0 ? value : value.replace("\"", "\"\""));
        bytes.put('"');
    }

    private static boolean needsQuotes(String value) {
        int last = value.length() - 1;
        if (value.charAt(0) <= ' ' || value.charAt(last) <= ' ') {
            return true;
        }
        for (int i = 0; i <= last; i++) {
            char c = value.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r' || c == ';' || c == '\t') {
                return true;
            }
        }
        return false;
    }

    @Override
    public void number(long value) throws IOException {
        separate();
        bytes.number(value);
    }

    @Override
    public void share(@Nullable Double value) throws IOException {
        separate();
        if (value != null) {
            bytes.text(String.format(Locale.ROOT, "%.1f", value * 100));
        }
    }

    @Override
    public void time(@Nullable Instant value) throws IOException {
        separate();
        if (value != null) {
            bytes.put(times.text(value), LocalTimes.LENGTH);
        }
    }

    @Override
    public void endRow() throws IOException {
        bytes.put('\r');
        bytes.put('\n');
        first = true;
    }

    @Override
    public void finish() throws IOException {
        bytes.flush();
    }

    private void separate() throws IOException {
        if (!first) {
            bytes.put(',');
        }
        first = false;
    }
}
