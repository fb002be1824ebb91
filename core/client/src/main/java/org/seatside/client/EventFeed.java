package org.seatside.client;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One stream of server-sent events that comes back by itself after the last one seen, until closed; a connection
/// that is silent for too long counts as lost. Who listens is called on the feed's own thread, one call at a time.
final class EventFeed implements AutoCloseable {
    static final Duration SILENCE = Duration.ofSeconds(45);

    private static final Logger LOG = LoggerFactory.getLogger(EventFeed.class);
    private static final Duration STOP = Duration.ofSeconds(2);

    /// Whose stream it is.
    interface Follower {
        /// What to ask for, with all but `Last-Event-ID`.
        ///
        /// @throws NodeException where it cannot be asked for now
        Call call() throws NodeException;

        /// Not called with two events at once, nor after the feed was closed.
        void event(EventStream.Event event);

        void connected();

        void lost();

        /// The node does not let us.
        ///
        /// @return whether to try again
        boolean refused(NodeException how);
    }

    private final String name;
    private final Transport transport;
    private final Follower follower;
    private final Duration silence;
    private final Backoff backoff = new Backoff(Duration.ofMillis(500), Duration.ofSeconds(15), new SecureRandom());
    private final AtomicLong heardAt = new AtomicLong();
    private final ScheduledExecutorService watch;
    private final Thread thread;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean closed;
    private volatile @Nullable InputStream current;
    private @Nullable String lastId;

    /// @param name of its threads and in the log
    /// @param lastId the last event seen, to miss none since; null to begin with what comes
    /// @param silence without a line for so long the connection counts as lost
    EventFeed(String name, Transport transport, @Nullable String lastId, Follower follower, Duration silence) {
        this.name = name;
        this.transport = transport;
        this.lastId = lastId;
        this.follower = follower;
        this.silence = silence;
        this.watch = Executors.newSingleThreadScheduledExecutor(
                Thread.ofVirtual().name(name + "-watch").factory());
        this.thread = Thread.ofVirtual().name(name).unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    boolean isClosed() {
        return closed;
    }

    private void run() {
        while (!closed) {
            try {
                follow();
            } catch (NodeException e) {
                boolean noRight =
                        e.kind() == NodeException.Kind.UNAUTHORIZED || e.kind() == NodeException.Kind.FORBIDDEN;
                if (noRight && !closed && !follower.refused(e)) {
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
        Call call = follower.call();
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
                if (!closed) {
                    follower.connected();
                }
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
            follower.event(event);
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
        if (!closed) {
            LOG.debug("The {} is interrupted, trying again: {}", name, cause.getMessage());
            follower.lost();
        }
    }

    private void pause() {
        try {
            if (ended.await(backoff.failed().toMillis(), TimeUnit.MILLISECONDS)) {
                LOG.debug("The {} ends", name);
            }
        } catch (InterruptedException e) {
            closed = true;
        }
    }

    private static void closeQuietly(InputStream in) {
        try {
            in.close();
        } catch (IOException e) {
            LOG.debug("Closing a stream of events failed", e);
        }
    }

    /// Ends the feed; returns within two seconds. No call to the follower begins after it.
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
                LOG.warn("The thread of the {} did not end in time", name);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
