package org.seatside.server;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.seatside.service.log.NotAppendedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Does what a node has to do now and then, one after another, on a thread of its own.
final class Housekeeping implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Housekeeping.class);

    private final Runnable round;
    private final Runnable last;
    private final Duration every;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /// @param round done again and again, the first time after `every`
    Housekeeping(Runnable round, Duration every) {
        this(round, () -> {}, every);
    }

    /// @param round as above
    /// @param last done once when this is closed
    Housekeeping(Runnable round, Runnable last, Duration every) {
        this.round = round;
        this.last = last;
        this.every = every;
        thread = Thread.ofVirtual().name("housekeeping").start(this::run);
    }

    private void run() {
        try {
            while (!closed.await(every.toMillis(), TimeUnit.MILLISECONDS)) {
                attempt(round);
            }
        } catch (InterruptedException _) {
            return;
        }
        attempt(last);
    }

    private static void attempt(Runnable work) {
        try {
            work.run();
        } catch (NotAppendedException e) {
            LOG.info("housekeeping waits for the log: {}", e.getMessage());
        } catch (RuntimeException e) {
            LOG.error("housekeeping failed, the next round tries again", e);
        }
    }

    /// Returns when the last round has ended, at most five seconds later.
    @Override
    public void close() {
        closed.countDown();
        try {
            thread.join(Duration.ofSeconds(5));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
