package org.seatside.client;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.Changed;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Topic;
import org.seatside.model.attendance.CheckInEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Check-ins as they happen, until closed. Comes back by itself after the last one seen; a connection that is
/// silent for 45 seconds counts as lost. The listener is called on the feed's own thread, one call at a time.
public final class ChangeFeed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ChangeFeed.class);

    public enum State {
        CONNECTED,
        /// Being tried again.
        LOST,
        /// The node does not let us (any more): the feed has ended. Sign in and follow again.
        REFUSED
    }

    /// Hears of check-ins and of the connection.
    public interface Listener {
        void checkIn(CheckInEvent event);

        /// Entries of these kinds changed: read again what you show of them.
        default void changed(Set<Topic> topics) {
            // for screens that show none of them
        }

        void state(State state);
    }

    private final Transport transport;
    private final Supplier<Optional<String>> token;
    private final Listener listener;
    private final EventFeed feed;
    private @Nullable State state;

    ChangeFeed(Transport transport, Supplier<Optional<String>> token, @Nullable Long after, Listener listener) {
        this(transport, token, after, listener, EventFeed.SILENCE);
    }

    /// @param silence without a line for so long the connection counts as lost
    ChangeFeed(
            Transport transport,
            Supplier<Optional<String>> token,
            @Nullable Long after,
            Listener listener,
            Duration silence) {
        this.transport = transport;
        this.token = token;
        this.listener = listener;
        this.feed = new EventFeed(
                "change-feed", transport, after == null ? null : after.toString(), new Following(), silence);
        feed.start();
    }

    private final class Following implements EventFeed.Follower {
        @Override
        public Call call() {
            return Call.get(Paths.EVENTS).bearing(token.get().orElse(null));
        }

        @Override
        public void event(EventStream.Event event) {
            switch (event.type()) {
                case "check-in" -> tell(event, CheckInEvent.class, listener::checkIn);
                case "change" -> tell(event, Changed.class, changed -> listener.changed(changed.topics()));
                default -> LOG.debug("an event of a kind from a newer node: {}", event.type());
            }
        }

        @Override
        public void connected() {
            say(State.CONNECTED);
        }

        @Override
        public void lost() {
            say(State.LOST);
        }

        @Override
        public boolean refused(NodeException how) {
            say(State.REFUSED);
            return false;
        }
    }

    private <T> void tell(EventStream.Event event, Class<T> type, Consumer<T> listens) {
        try {
            listens.accept(transport.json().read(event.data().getBytes(StandardCharsets.UTF_8), type));
        } catch (MalformedJsonException e) {
            LOG.warn("Left out the live event {}: {}", event.id(), e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("A listener failed at the live event {}", event.id(), e);
        }
    }

    private void say(State now) {
        if (state == now) {
            return;
        }
        state = now;
        LOG.info("Live check-ins: {}", now);
        try {
            listener.state(now);
        } catch (RuntimeException e) {
            LOG.error("A listener failed at state {}", now, e);
        }
    }

    /// Ends the feed; returns within two seconds. No call to the listener begins after it.
    @Override
    public void close() {
        feed.close();
    }
}
