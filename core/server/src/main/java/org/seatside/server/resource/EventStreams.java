package org.seatside.server.resource;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.seatside.server.http.Authenticator;
import org.seatside.service.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Streams of server-sent events (WHATWG HTML, section 9.2), a bounded number at a time. Each has a thread of its
/// own that waits for news or for its socket, so a slow reader holds up nobody and is dropped by the connection's
/// time-out. Thread-safe.
final class EventStreams {
    /// Longest silence on a stream, and how often to look whether what it was opened with is still good.
    static final long HEARTBEAT_MILLIS = 10_000;

    private static final Logger LOG = LoggerFactory.getLogger(EventStreams.class);

    private final Authenticator sessions;
    private final Semaphore places;

    /// @param sessions knows who a token stands for, and takes being asked for no use of it
    EventStreams(int atOnce, Authenticator sessions) {
        this.places = new Semaphore(atOnce);
        this.sessions = sessions;
    }

    /// What is told on a stream, until it returns.
    interface Telling {
        void to(Stream stream) throws IOException, InterruptedException;
    }

    /// @param token the stream was asked for with
    /// @throws RefusedException where too many are open
    Response open(String token, Telling telling) {
        if (places.availablePermits() == 0) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS, "streams-taken", "Too many event streams are open.");
        }
        StreamingOutput body = out -> tell(telling, new Stream(token, out));
        return Response.ok(body, MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    private void tell(Telling telling, Stream stream) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            telling.to(stream);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A reader that left or did not keep up: it comes back.
            LOG.debug("an event stream broke off: {}", e.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    /// One stream, for one thread.
    final class Stream {
        private final String token;
        private final OutputStream out;
        private long checked = System.nanoTime();

        private Stream(String token, OutputStream out) {
            this.token = token;
            this.out = out;
        }

        /// Whether what it was opened with still was good at the last look, which is now where that was long ago.
        boolean isGood() {
            if (System.nanoTime() - checked < TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS)) {
                return true;
            }
            checked = System.nanoTime();
            return sessions.authenticate(token).isPresent();
        }

        void write(String text) throws IOException {
            out.write(text.getBytes(StandardCharsets.UTF_8));
            out.flush();
        }
    }
}
