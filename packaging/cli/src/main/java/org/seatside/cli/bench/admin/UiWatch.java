package org.seatside.cli.bench.admin;

import java.util.concurrent.locks.LockSupport;
import org.seatside.fx.TaskRunner;

/// Asks the JavaFX thread for its attention every few milliseconds and keeps the longest it took to give it.
final class UiWatch implements AutoCloseable {
    private static final long EVERY_NANOS = 4_000_000;

    private final TaskRunner tasks;
    private final Thread thread;
    private volatile boolean over;
    private volatile long longest;

    UiWatch(TaskRunner tasks) {
        this.tasks = tasks;
        thread = Thread.ofPlatform().name("ui-watch").daemon().start(this::watch);
    }

    private void watch() {
        while (!over) {
            long asked = System.nanoTime();
            tasks.show(() -> longest = Math.max(longest, System.nanoTime() - asked));
            LockSupport.parkNanos(EVERY_NANOS);
        }
    }

    /// Since the last call, in milliseconds.
    double longestMillis() {
        double millis = longest / 1e6;
        longest = 0;
        return millis;
    }

    @Override
    public void close() {
        over = true;
        LockSupport.unpark(thread);
    }
}
