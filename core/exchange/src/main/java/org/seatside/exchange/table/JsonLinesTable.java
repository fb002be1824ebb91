package org.seatside.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.service.export.Column;
import org.seatside.service.export.TableWriter;

/// One JSON object a line, with the columns' keys; blank cells are left out. Instants in ISO 8601 to their last
/// digit, shares as numbers between 0 and 1.
final class JsonLinesTable implements TableWriter {
    private final Bytes bytes;
    private List<String> names = List.of();
    private int column;
    private boolean first = true;

    JsonLinesTable(OutputStream out) {
        this.bytes = new Bytes(out);
    }

    @Override
    public void begin(String title, List<Column> columns) {
        names = columns.stream().map(column -> quoted(column.key()) + ":").toList();
    }

    @Override
    public void text(@Nullable String value) throws IOException {
        raw(value == null || value.isEmpty() ? null : quoted(value));
    }

    @Override
    public void number(long value) throws IOException {
        raw(Long.toString(value));
    }

    @Override
    public void share(@Nullable Double value) throws IOException {
        raw(value == null ? null : value.toString());
    }

    @Override
    public void time(@Nullable Instant value) throws IOException {
        raw(value == null ? null : "\"" + value + "\"");
    }

    @Override
    public void endRow() throws IOException {
        bytes.text(first ? "{}\n" : "}\n");
        first = true;
        column = 0;
    }

    @Override
    public void finish() throws IOException {
        bytes.flush();
    }

    private void raw(@Nullable String json) throws IOException {
        String name = names.get(column++);
        if (json != null) {
            bytes.put(first ? '{' : ',');
            bytes.text(name);
            bytes.text(json);
            first = false;
        }
    }

    /// As RFC 8259 wants it; the two line separators of Unicode escaped too, which some readers take for a
    /// line's end.
    private static String quoted(String text) {
        StringBuilder json = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || c == '\u2028' || c == '\u2029') {
                json.append("\\u%04x".formatted((int) c));
            } else {
                json.append(c);
            }
        }
        return json.append('"').toString();
    }
}
