package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.model.api.Changed;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.server.feed.Changes;
import org.seatside.server.feed.CheckInFeed;
import org.seatside.server.http.Audience;
import org.seatside.server.http.Authenticator;
import org.seatside.server.http.Caller;
import org.seatside.server.http.For;
import org.seatside.service.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Check-ins as they happen, as server-sent events (WHATWG HTML, section 9.2), in log order. Each reader has a
/// thread of its own that waits for news or for its socket, so a slow one holds up nobody and is dropped by the
/// connection's time-out. A stream ends when the session it was opened with does.
@Path(Paths.EVENTS)
public final class EventsResource {
    private static final Logger LOG = LoggerFactory.getLogger(EventsResource.class);
    private static final int STREAMS = 500;
    private static final long HEARTBEAT_MILLIS = 10_000;

    /// Changes that come in quick succession are told of together.
    private static final long TOGETHER_MILLIS = 300;

    private final CheckInFeed feed;
    private final Changes changes;
    private final Authenticator sessions;
    private final Json json;
    private final long heartbeatMillis;
    private final Semaphore places = new Semaphore(STREAMS);

    public EventsResource(CheckInFeed feed, Changes changes, Authenticator sessions, Json json) {
        this(feed, changes, sessions, json, HEARTBEAT_MILLIS);
    }

    EventsResource(CheckInFeed feed, Changes changes, Authenticator sessions, Json json, long heartbeatMillis) {
        this.feed = feed;
        this.changes = changes;
        this.sessions = sessions;
        this.json = json;
        this.heartbeatMillis = heartbeatMillis;
    }

    /// @param lastEventId log index to go on behind; without it, the stream begins with what comes
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For(Audience.STAFF)
    public Response events(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context SecurityContext security) {
        String token = Caller.person(security).token();
        if (places.availablePermits() == 0) {
            throw new RefusedException(
                    RefusedException.Kind.TOO_MANY_ATTEMPTS, "streams-taken", "Too many event streams are open.");
        }
        long after = lastEventId == null || lastEventId.isEmpty()
                ? feed.newest()
                : Requests.index(lastEventId, "Last-Event-ID");
        // Who comes back may have missed anything.
        long place = lastEventId == null || lastEventId.isEmpty() ? changes.newest() : 0;
        StreamingOutput stream = out -> stream(after, place, token, out);
        return Response.ok(stream, MediaType.SERVER_SENT_EVENTS_TYPE).build();
    }

    private void stream(long after, long place, String token, OutputStream out) {
        if (!places.tryAcquire()) {
            return;
        }
        try {
            write(out, ": here\n\n");
            long index = after;
            long told = place;
            long toldAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(TOGETHER_MILLIS);
            long checked = System.nanoTime();
            while (!feed.closed()) {
                long newest = changes.newest();
                long quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
                if (newest > told && quiet >= TOGETHER_MILLIS) {
                    write(out, changed(changes.since(told)));
                    told = newest;
                    toldAt = System.nanoTime();
                }
                long patience = newest > told ? Math.max(1, TOGETHER_MILLIS - quiet) : heartbeatMillis;
                List<CheckInEvent> events = feed.after(index, patience);
                if (System.nanoTime() - checked >= TimeUnit.MILLISECONDS.toNanos(heartbeatMillis)) {
                    if (sessions.authenticate(token).isEmpty()) {
                        return;
                    }
                    checked = System.nanoTime();
                }
                if (events.isEmpty()) {
                    if (changes.newest() == told) {
                        write(out, ": still here\n\n");
                    }
                } else {
                    write(out, text(events));
                    index = events.getLast().logIndex();
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            // A reader that left or did not keep up: it comes back with the last id it saw.
            LOG.debug("an event stream broke off: {}", e.getClass().getSimpleName());
        } finally {
            places.release();
        }
    }

    /// Carries no id: who resumes is told that all may have changed.
    private String changed(Set<Topic> topics) {
        return "event: change\ndata: " + new String(json.write(new Changed(topics)), StandardCharsets.UTF_8) + "\n\n";
    }

    /// Only the last event of an index carries the id: who is cut off between two events of one index resumes
    /// before both, and sees one twice rather than one never.
    private String text(List<CheckInEvent> events) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < events.size(); i++) {
            CheckInEvent event = events.get(i);
            text.append("event: check-in\n");
            if (i + 1 == events.size() || events.get(i + 1).logIndex() != event.logIndex()) {
                text.append("id: ").append(event.logIndex()).append('\n');
            }
            text.append("data: ")
                    .append(new String(json.write(event), StandardCharsets.UTF_8))
                    .append("\n\n");
        }
        return text.toString();
    }

    private static void write(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
