package org.seatside.server.http;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.IO;

/// The body of a request, read whole before anybody uses it, capped in size and time.
sealed interface RequestBody {
    /// Longest request body, in bytes.
    int MAX_BODY = 256 * 1024;

    record Whole(GrowingBody content) implements RequestBody {
        InputStream stream() {
            return content.length() == 0
                    ? InputStream.nullInputStream()
                    : new ByteArrayInputStream(content.bytes(), 0, content.length());
        }
    }

    record TooLarge() implements RequestBody {}

    record TooSlow() implements RequestBody {}

    /// Waits for all of it.
    ///
    /// @param longest time from head to end of the body
    /// @throws IOException where the client went away or sends what is no body
    static RequestBody read(Request request, Duration longest) throws IOException {
        if (request.getLength() > MAX_BODY) {
            letCome(request, longest);
            return new TooLarge();
        }
        if (request.getLength() == 0) {
            return new Whole(new GrowingBody(0, 0));
        }
        try {
            return readWhole(request, longest);
        } catch (IOException e) {
            if (e.getCause() instanceof TimeoutException) {
                return new TooSlow(); // nothing came for as long as a connection may idle
            }
            throw e;
        }
    }

    private static RequestBody readWhole(Request request, Duration longest) throws IOException {
        GrowingBody body = new GrowingBody(MAX_BODY, request.getLength());
        boolean more = readWhatIsThere(request, body);
        if (more) {
            long deadline = System.nanoTime() + longest.toNanos();
            try (InputStream in = Content.Source.asInputStream(request)) {
                while (!body.isTooLarge() && body.readFrom(in)) {
                    if (System.nanoTime() - deadline > 0) {
                        return new TooSlow();
                    }
                }
            }
        }
        return body.isTooLarge() ? new TooLarge() : new Whole(body);
    }

    /// Most bodies are small and come with their heads: nothing has to wait for them.
    ///
    /// @return whether there is more to come
    private static boolean readWhatIsThere(Request request, GrowingBody body) throws IOException {
        Content.Chunk chunk = request.read();
        while (chunk != null && !body.isTooLarge()) {
            if (Content.Chunk.isFailure(chunk)) {
                throw IO.rethrow(chunk.getFailure());
            }
            body.append(chunk.getByteBuffer());
            chunk.release();
            if (chunk.isLast()) {
                return false;
            }
            chunk = request.read();
        }
        return true;
    }

    /// A client that is cut off while it still writes never reads why. What is not far too long is let come, and
    /// thrown away.
    private static void letCome(Request request, Duration longest) throws IOException {
        if (request.getLength() > 4 * MAX_BODY) {
            return;
        }
        long deadline = System.nanoTime() + longest.toNanos();
        byte[] chunk = new byte[8192];
        try (InputStream in = Content.Source.asInputStream(request)) {
            int read = 0;
            while (read >= 0 && System.nanoTime() - deadline < 0) {
                read = in.read(chunk);
            }
        }
    }
}
