package org.seatside.server.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;

/// A body as it comes in, in hardly more memory than has come: what a request announces costs nothing yet, since
/// nobody knows who sends it.
final class GrowingBody {
    private static final int FIRST = 4 * 1024;

    private final int longest;
    private byte[] bytes;
    private int length;

    /// @param longest bytes that are taken
    /// @param announced bytes, negative where nobody said
    GrowingBody(int longest, long announced) {
        this.longest = longest;
        bytes = new byte[(int) Math.min(Math.min(FIRST, longest + 1L), announced < 0 ? FIRST : announced)];
    }

    /// Reads once, and waits for at least one byte.
    ///
    /// @return false at the end
    boolean readFrom(InputStream in) throws IOException {
        if (length == bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(Math.max(2 * bytes.length, FIRST), longest + 1));
        }
        int read = in.read(bytes, length, bytes.length - length);
        length += Math.max(read, 0);
        return read >= 0;
    }

    /// Takes what has come; only what still fits into what is taken in all.
    void append(ByteBuffer more) {
        int count = Math.min(more.remaining(), longest + 1 - length);
        if (length + count > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.min(Math.max(2 * bytes.length, length + count), longest + 1));
        }
        more.get(bytes, length, count);
        length += count;
    }

    /// Whether more came than is taken; nothing is read any more then.
    boolean isTooLarge() {
        return length > longest;
    }

    int room() {
        return bytes.length;
    }

    /// The bytes, of which the first [#length] count.
    byte[] bytes() {
        return bytes;
    }

    int length() {
        return length;
    }
}
