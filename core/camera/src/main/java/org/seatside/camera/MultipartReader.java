package org.seatside.camera;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;

/// Takes a `multipart/x-mixed-replace` body apart (RFC 2046, 5.1; the subtype is a browser convention). Every
/// length is bounded: what a camera sends cannot fill the memory.
final class MultipartReader {
    private static final int LONGEST_LINE = 8_192;
    private static final int MOST_LINES_BETWEEN_PARTS = 4_096;

    private final InputStream input;
    private final String delimiter;
    private final int largestPart;

    /// Set where the part before had no length, so that its end was found by reading the delimiter.
    private boolean delimiterPending;

    /// @param boundary as the content type names it; the two leading dashes some cameras add are tolerated
    /// @param largestPart bytes; a larger part ends the stream with an error
    MultipartReader(InputStream input, String boundary, int largestPart) {
        this.input = input;
        this.delimiter = boundary.startsWith("--") ? boundary : "--" + boundary;
        this.largestPart = largestPart;
    }

    /// The next part's content.
    ///
    /// @return empty after the closing delimiter
    /// @throws EOFException if the stream ends before
    /// @throws BadStreamException if it is no such stream
    Optional<byte[]> next() throws IOException {
        if (skipToDelimiter()) {
            return Optional.empty();
        }
        long length = readHeaders();
        if (length > largestPart) {
            throw new BadStreamException("a part of " + length + " bytes");
        }
        if (length < 0) {
            return Optional.of(readToDelimiter());
        }
        byte[] content = input.readNBytes((int) length);
        if (content.length < length) {
            throw new EOFException("the stream ends inside a part");
        }
        return Optional.of(content);
    }

    /// @return whether it was the closing delimiter
    private boolean skipToDelimiter() throws IOException {
        if (delimiterPending) {
            delimiterPending = false;
            return readLine().startsWith("--");
        }
        for (int i = 0; i < MOST_LINES_BETWEEN_PARTS; i++) {
            String line = readLine();
            if (line.startsWith(delimiter)) {
                return line.startsWith(delimiter + "--");
            }
        }
        throw new BadStreamException("no delimiter between parts");
    }

    /// @return the content length, -1 if the part does not tell it
    private long readHeaders() throws IOException {
        long length = -1;
        for (int i = 0; i < MOST_LINES_BETWEEN_PARTS; i++) {
            String line = readLine();
            if (line.isEmpty()) {
                return length;
            }
            int colon = line.indexOf(':');
            if (colon > 0
                    && line.substring(0, colon).strip().toLowerCase(Locale.ROOT).equals("content-length")) {
                length = parseLength(line.substring(colon + 1).strip());
            }
        }
        throw new BadStreamException("endless part headers");
    }

    private static long parseLength(String text) throws BadStreamException {
        try {
            long length = Long.parseLong(text);
            if (length >= 0) {
                return length;
            }
        } catch (NumberFormatException e) {
            throw new BadStreamException("a content length that is no number", e);
        }
        throw new BadStreamException("a negative content length");
    }

    private byte[] readToDelimiter() throws IOException {
        byte[] end = ("\r\n" + delimiter).getBytes(StandardCharsets.ISO_8859_1);
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        int matched = 0;
        while (matched < end.length) {
            int value = readByte();
            if (value == (end[matched] & 0xff)) {
                matched++;
            } else {
                // Only the first byte, CR, can begin the delimiter again: it occurs nowhere else in it.
                content.write(end, 0, matched);
                matched = value == end[0] ? 1 : 0;
                if (matched == 0) {
                    content.write(value);
                }
            }
            if (content.size() > largestPart) {
                throw new BadStreamException("a part of more than " + largestPart + " bytes");
            }
        }
        delimiterPending = true;
        return content.toByteArray();
    }

    private String readLine() throws IOException {
        StringBuilder line = new StringBuilder();
        while (true) {
            int value = readByte();
            if (value == '\n') {
                int length = line.length();
                return length > 0 && line.charAt(length - 1) == '\r' ? line.substring(0, length - 1) : line.toString();
            }
            if (line.length() == LONGEST_LINE) {
                throw new BadStreamException("a line of more than " + LONGEST_LINE + " bytes");
            }
            line.append((char) value);
        }
    }

    private int readByte() throws IOException {
        int value = input.read();
        if (value < 0) {
            throw new EOFException("the stream ends");
        }
        return value;
    }

    /// The other side does not speak this format.
    static final class BadStreamException extends IOException {
        private static final long serialVersionUID = 1L;

        BadStreamException(String message) {
            super(message);
        }

        BadStreamException(String message, Throwable cause) {
            super(message, cause);
        }
    }
}
