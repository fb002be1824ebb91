package org.seatside.exchange.table;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/// A buffer before a stream: single bytes, ASCII and UTF-8 without a call through the stream for each.
final class Bytes {
    private static final int SIZE = 64 * 1024;
    private static final int PER_CHAR = 3;

    private final OutputStream out;
    private final byte[] buffer = new byte[SIZE];
    private int length;

    Bytes(OutputStream out) {
        this.out = out;
    }

    void put(int octet) throws IOException {
        if (length == SIZE) {
            flush();
        }
        buffer[length++] = (byte) octet;
    }

    void put(byte[] bytes, int count) throws IOException {
        if (SIZE - length < count) {
            flush();
        }
        System.arraycopy(bytes, 0, buffer, length, count);
        length += count;
    }

    /// In ASCII.
    void number(long value) throws IOException {
        byte[] digits = Long.toString(value).getBytes(StandardCharsets.US_ASCII);
        put(digits, digits.length);
    }

    /// In UTF-8; halves of characters become U+FFFD.
    void text(String text) throws IOException {
        int size = text.length();
        if (size > SIZE / PER_CHAR) {
            flush();
            out.write(text.getBytes(StandardCharsets.UTF_8));
            return;
        }
        if (SIZE - length < size * PER_CHAR) {
            flush();
        }
        int at = length;
        for (int i = 0; i < size; i++) {
            char c = text.charAt(i);
            if (c < 0x80) {
                buffer[at++] = (byte) c;
            } else if (c < 0x800) {
                buffer[at++] = (byte) (0xc0 | (c >> 6));
                buffer[at++] = (byte) (0x80 | (c & 0x3f));
            } else if (!Character.isSurrogate(c)) {
                at = three(c, at);
            } else if (Character.isHighSurrogate(c) && i + 1 < size && Character.isLowSurrogate(text.charAt(i + 1))) {
                int point = Character.toCodePoint(c, text.charAt(++i));
                buffer[at++] = (byte) (0xf0 | (point >> 18));
                buffer[at++] = (byte) (0x80 | ((point >> 12) & 0x3f));
                buffer[at++] = (byte) (0x80 | ((point >> 6) & 0x3f));
                buffer[at++] = (byte) (0x80 | (point & 0x3f));
            } else {
                at = three('\ufffd', at);
            }
        }
        length = at;
    }

    private int three(char c, int at) {
        buffer[at] = (byte) (0xe0 | (c >> 12));
        buffer[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3f));
        buffer[at + 2] = (byte) (0x80 | (c & 0x3f));
        return at + PER_CHAR;
    }

    /// Hands on what is buffered.
    void flush() throws IOException {
        out.write(buffer, 0, length);
        length = 0;
    }
}
