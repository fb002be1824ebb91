package org.seatside.server.resource;

import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.seatside.json.Json;
import org.seatside.server.feed.ChangeSignal;
import org.seatside.server.http.Authenticator;

/// Server-sent events whose every event is the whole state of something: the first at once, another when it is
/// no longer the same. Who was away needs no id to resume, because the first event says it all. A stream ends
/// when what it was opened with is no longer good. Thread-safe.
public final class AssistStreams {
    private static final int STREAMS = 1_000;

    private final ChangeSignal changes;
    private final EventStreams streams;
    private final Json json;

    /// @param sessions knows who a token stands for, and takes being asked for no use of it
    public AssistStreams(ChangeSignal changes, Authenticator sessions, Json json) {
        this.changes = changes;
        this.streams = new EventStreams(STREAMS, sessions);
        this.json = json;
    }

    /// @param token of the request; the stream ends when it is no longer good
    /// @param event name of each event
    /// @param state becomes its data
    Response stream(String token, String event, Supplier<?> state) {
        return streams.open(token, stream -> tell(event, state, stream));
    }

    private void tell(String event, Supplier<?> state, EventStreams.Stream stream)
            throws IOException, InterruptedException {
        long stamp = changes.stamp();
        String said = "";
        while (!changes.closed() && stream.isGood()) {
            String text = text(event, state.get());
            stream.write(text.equals(said) ? ": still here\n\n" : text);
            said = text;
            stamp = changes.await(stamp, EventStreams.HEARTBEAT_MILLIS);
        }
    }

    private String text(String event, Object state) {
        return "event: " + event + "\ndata: " + new String(json.write(state), StandardCharsets.UTF_8) + "\n\n";
    }
}
