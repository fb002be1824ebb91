package org.seatside.server.resource;

import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.seatside.json.Json;
import org.seatside.server.feed.ChangeSignal;
import org.seatside.server.http.Authenticator;
import org.seatside.service.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Server-sent events whose every event is the whole state of something: the first at once, another when it is
/// no longer the same. Who was away needs no id to resume, because the first event says it all. A stream ends
/// when what it was opened with is no longer good. Thread-safe.
public final class AssistStreams {
    private static final Logger LOG = LoggerFactory.getLogger(AssistStreams.class);
    private static final int STREAMS = 1_000;
    private static final long HEARTBEAT_MILLIS = 10_000;

    private final ChangeSignal changes;
    private final Authenticator authenticator;
    private final Json json;
    private final Semaphore places = new Semaphore(STREAMS);

    public AssistStreams(ChangeSignal changes, Authenticator authenticator, Json json) {
        this.changes = changes;
        this.authenticator = authenticator;
        this.json = json;
    }

    /// @param token of the request; the stream ends when it is no longer good
    /// @param event name of each event
    /// @param state becomes its data
    Response stream(String token, String event, Supplier<?> state) {
        if (places.availablePermits() == 0) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS, "streams-taken", "Too many event streams are open.");
        }
        StreamingOutput stream = out -> write(token, event, state, out);
        return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    private void write(String token, String event, Supplier<?> state, OutputStream out) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            long stamp = changes.stamp();
            String said = "";
            long checked = System.nanoTime();
            while (!changes.closed()) {
                String text = text(event, state.get());
                write(out, text.equals(said) ? ": still here\n\n" : text);
                said = text;
                stamp = changes.await(stamp, HEARTBEAT_MILLIS);
                if (System.nanoTime() - checked >= TimeUnit.MILLISECONDS.toNanos(HEARTBEAT_MILLIS)) {
                    if (authenticator.authenticate(token).isEmpty()) {
                        return;
                    }
                    checked = System.nanoTime();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A reader that left or did not keep up: it comes back and is told the whole state.
            LOG.debug("an event stream broke off: {}", e.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    private String text(String event, Object state) {
        return "event: " + event + "\ndata: " + new String(json.write(state), StandardCharsets.UTF_8) + "\n\n";
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
