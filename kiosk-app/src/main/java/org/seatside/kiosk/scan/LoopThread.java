package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that does the same again and again until it is closed; nothing that goes wrong in one turn ends it.
/// Starts and stops once.
final class LoopThread implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LoopThread.class);
    private static final Duration STOP = Duration.ofSeconds(2);

    /// What is done in a turn.
    @FunctionalInterface
    interface Turn {
        void run() throws InterruptedException;
    }

    private final Turn turn;
    private final Thread thread;
    private final Set<String> reported = new HashSet<>();

    LoopThread(String name, Turn turn) {
        this.turn = turn;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    void start() {
        thread.start();
    }

    private void run() {
        try {
            while (!Thread.currentThread().isInterrupted()) {
                try {
                    turn.run();
                } catch (InterruptedException e) {
                    throw e;
                } catch (Throwable e) {
                    // One turn may fail, whatever the reason: a screen that reads nothing looks alive.
                    report(e);
                }
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", thread.getName());
        }
    }

    /// The same kind of failure in every turn is said once.
    private void report(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String kind = failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
        if (reported.add(kind)) {
            LOG.error("{} goes on after a failure, incident {}", thread.getName(), UUID.randomUUID(), failure);
        }
    }

    /// Interrupts the loop and waits for its end, at most two seconds.
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(STOP)) {
                LOG.warn("{} did not end in time", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
