package org.seatside.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final Duration SILENCE = Duration.ofSeconds(45);
    private static final Duration STOP = Duration.ofSeconds(2);

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
    private final Duration silence;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), new SecureRandom());
    private final AtomicLong heardAt = new AtomicLong();
    private final ScheduledExecutorService watch;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable InputStream current;
    private @Nullable String lastId;
    private @Nullable State state;

    ChangeFeed(Transport transport, Supplier<Optional<String>> token, @Nullable Long after, Listener listener) {
        this(transport, token, after, listener, SILENCE);
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
        this.lastId = after == null ? null : after.toString();
        this.listener = listener;
        this.silence = silence;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name("change-feed-watch").factory());
        this.thread = Thread.ofVirtual().name("change-feed").start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                follow();
            } catch (NodeException e) {
                if (e.kind() == NodeException.Kind.UNAUTHORIZED || e.kind() == NodeException.Kind.FORBIDDEN) {
                    say(State.REFUSED);
                    return;
                }
                lost(e);
            } catch (IOException e) {
                lost(e);
            }
            pause();
        }
    }

    private void follow() throws NodeException, IOException {
        Call call = Call.get(Paths.EVENTS).bearing(token.get().orElse(null));
        if (lastId != null) {
            call = call.with("Last-Event-ID", lastId);
        }
        try (InputStream in = new BufferedInputStream(transport.stream(call, "text/event-stream"))) {
            current = in;
            heardAt.set(System.nanoTime());
            ScheduledFuture<?> watching = watch.scheduleWithFixedDelay(
                    () -> closeIfSilent(in),
                    silence.toMillis(),
                    Math.max(1, silence.toMillis() / 4),
                    TimeUnit.MILLISECONDS);
            try {
                say(State.CONNECTED);
                read(new EventStream(in, () -> heardAt.set(System.nanoTime())));
            } finally {
                watching.cancel(false);
                current = null;
            }
        }
    }

    private void read(EventStream events) throws IOException {
        for (EventStream.Event event = events.next(); event != null && !closed; event = events.next()) {
            backoff.succeeded();
            switch (event.type()) {
                case "check-in" -> tell(event, CheckInEvent.class, listener::checkIn);
                case "change" -> tell(event, Changed.class, changed -> listener.changed(changed.topics()));
                default -> LOG.debug("an event of a kind from a newer node: {}", event.type());
            }
            if (!event.id().isEmpty()) {
                lastId = event.id();
            }
        }
        throw new IOException("The stream of events ended");
    }

    private void closeIfSilent(InputStream in) {
        if (System.nanoTime() - heardAt.get() > silence.toNanos()) {
            closeQuietly(in);
        }
    }

    private void lost(Exception cause) {
        if (closed) {
            return;
        }
        LOG.info("Live check-ins are interrupted, trying again: {}", cause.getMessage());
        say(State.LOST);
    }

    private void pause() {
        try {
            if (ended.await(backoff.failed().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("Live check-ins end");
            }
        } catch (InterruptedException e) {
            closed = true;
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
        if (state == now || closed) {
            return;
        }
        state = now;
        try {
            listener.state(now);
        } catch (RuntimeException e) {
            LOG.error("A listener failed at state {}", now, e);
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("Closing the stream of events failed", e);
        }
    }

    /// Ends the feed; returns within two seconds. No call to the listener begins after it.
    @Override
    public void close() {
        closed = true;
        ended.countDown();
        watch.shutdownNow();
        InputStream in = current;
        if (in != null) {
            closeQuietly(in);
        }
        thread.interrupt();
        try {
            if (!Thread.currentThread().equals(thread) && !thread.join(STOP)) {
                LOG.warn("The thread of live check-ins did not end in time");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
