package org.seatside.client;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// Reads server-sent events (WHATWG HTML, section 9.2.6) from bytes. Lines and events are capped. For one thread.
final class EventStream {
    private static final int MAX_LINE = 64 * 1024;
    private static final int MAX_DATA = 256 * 1024;

    /// @param id the last id seen on the stream up to here; empty for none
    record Event(String type, String id, String data) {}

    private final InputStream in;
    private final Runnable onLine;
    private String lastId = "";
    private boolean afterCarriageReturn;
    private boolean begun;

    /// @param onLine called for every line, comments included: signs of life
    EventStream(InputStream in, Runnable onLine) {
        this.in = in;
        this.onLine = onLine;
    }

    /// The next event; null at the end. An event cut off by the end is dropped, as the standard says.
    @Nullable
    Event next() throws IOException {
        StringBuilder data = new StringBuilder();
        String type = "message";
        boolean hasData = false;
        for (String line = line(); line != null; line = line()) {
            onLine.run();
            if (line.isEmpty()) {
                if (hasData) {
                    return new Event(type, lastId, data.substring(0, data.length() - 1));
                }
                type = "message";
                continue;
            }
            int colon = line.indexOf(':');
            String field = colon < 0 ? line : line.substring(0, colon);
            String value = colon < 0 ? "" : line.substring(colon + 1);
            value = value.startsWith(" ") ? value.substring(1) : value;
            switch (field) {
                case "data" -> {
                    hasData = true;
                    data.append(value).append('\n');
                    if (data.length() > MAX_DATA) {
                        throw new IOException("An event is longer than " + MAX_DATA + " characters");
                    }
                }
                case "event" -> type = value.isEmpty() ? "message" : value;
                case "id" -> lastId = value.indexOf('\0') < 0 ? value : lastId;
                default -> {
                    // A comment (empty field name), `retry`, or a field of a later version.
                }
            }
        }
        return null;
    }

    private @Nullable String line() throws IOException {
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        for (int next = in.read(); next >= 0; next = in.read()) {
            boolean secondHalf = next == '\n' && afterCarriageReturn;
            afterCarriageReturn = next == '\r';
            if (secondHalf) {
                continue;
            }
            if (next == '\n' || next == '\r') {
                return withoutMark(line.toString(StandardCharsets.UTF_8));
            }
            line.write(next);
            if (line.size() > MAX_LINE) {
                throw new IOException("A line is longer than " + MAX_LINE + " bytes");
            }
        }
        return null;
    }

    private String withoutMark(String line) {
        boolean first = !begun;
        begun = true;
        return first && line.startsWith("\uFEFF") ? line.substring(1) : line;
    }
}
