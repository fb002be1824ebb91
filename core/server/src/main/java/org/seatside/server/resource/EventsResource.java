package org.seatside.server.resource;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
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

/// Check-ins as they happen, as server-sent events, in log order. A stream ends when the session it was opened
/// with does.
@Path(Paths.EVENTS)
public final class EventsResource {
    private static final int STREAMS = 500;

    /// Changes that come in quick succession are told of together.
    private static final long TOGETHER_MILLIS = 300;

    private final CheckInFeed feed;
    private final Changes changes;
    private final EventStreams streams;
    private final Json json;

    /// @param sessions knows who a token stands for, and takes being asked for no use of it
    public EventsResource(CheckInFeed feed, Changes changes, Authenticator sessions, Json json) {
        this.feed = feed;
        this.changes = changes;
        this.streams = new EventStreams(STREAMS, sessions);
        this.json = json;
    }

    /// @param lastEventId log index to go on behind; without it, the stream begins with what comes
    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @For(Audience.STAFF)
    public Response events(
            @HeaderParam("Last-Event-ID") @Nullable String lastEventId, @Context SecurityContext security) {
        long after = lastEventId == null || lastEventId.isEmpty()
                ? feed.newest()
                : Requests.index(lastEventId, "Last-Event-ID");
        // Who comes back may have missed anything.
        long place = lastEventId == null || lastEventId.isEmpty() ? changes.newest() : 0;
        return streams.open(Caller.person(security).token(), stream -> tell(after, place, stream));
    }

    private void tell(long after, long place, EventStreams.Stream stream) throws IOException, InterruptedException {
        stream.write(": here\n\n");
        long index = after;
        long told = place;
        long toldAt = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(TOGETHER_MILLIS);
        while (!feed.closed()) {
            long newest = changes.newest();
            long quiet = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - toldAt);
            if (newest > told && quiet >= TOGETHER_MILLIS) {
                stream.write(changed(changes.since(told)));
                told = newest;
                toldAt = System.nanoTime();
            }
            long patience = newest > told ? Math.max(1, TOGETHER_MILLIS - quiet) : EventStreams.HEARTBEAT_MILLIS;
            List<CheckInEvent> events = feed.after(index, patience);
            if (!stream.isGood()) {
                return;
            }
            if (!events.isEmpty()) {
                stream.write(text(events));
                index = events.getLast().logIndex();
            } else if (changes.newest() == told) {
                stream.write(": still here\n\n");
            }
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
}
