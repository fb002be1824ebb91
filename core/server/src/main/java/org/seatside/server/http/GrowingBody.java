package org.seatside.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/// A body as it comes in, in hardly more memory than has come: what a request announces costs nothing yet, since
/// nobody knows who sends it.
final class GrowingBody {
    private static final int FIRST = 4 * 1024;

    private final int longest;
    private byte[] bytes;
    private int length;

    /// @param longest bytes that are taken
    GrowingBody(int longest) {
        this.longest = longest;
        bytes = new byte[Math.min(FIRST, longest + 1)];
    }

    /// Reads once, and waits for at least one byte.
    ///
    /// @return false at the end
    boolean readFrom(InputStream in) throws IOException {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(2 * bytes.length, longest + 1));
        }
        int read = in.read(bytes, length, bytes.length - length);
        length += Math.max(read, 0);
        return read >= 0;
    }

    /// Whether more came than is taken; nothing is read any more then.
    boolean isTooLarge() {
        return length > longest;
    }

    int room() {
        return bytes.length;
    }

    InputStream content() {
        return new ByteArrayInputStream(bytes, 0, length);
    }
}
