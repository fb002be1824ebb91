package org.seatside.server.feed;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that looks into the store when it is told to, and within half a second without that: other nodes'
/// entries are applied here too. Thread-safe.
final class Follower implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Follower.class);
    private static final long LOOK_MILLIS = 500;

    private final Runnable look;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition signalled = lock.newCondition();
    private final Thread thread;
    private boolean signal;
    private boolean closed;

    /// Starts to look.
    ///
    /// @param name of its thread
    /// @param look may throw what a view throws that is closing or being rebuilt
    Follower(String name, Runnable look) {
        this.look = look;
        thread = Thread.ofVirtual().name(name).start(this::follow);
    }

    /// Asks for a look now. Does not block.
    void signal() {
        lock.lock();
        try {
            signal = true;
            signalled.signal();
        } finally {
            lock.unlock();
        }
    }

    private void follow() {
        while (awaitSignal()) {
            try {
                look.run();
            } catch (RuntimeException e) {
                // The view may be closing or being rebuilt; the next look finds what this one missed.
                LOG.warn("{}: the store could not be read", thread.getName(), e);
            }
        }
    }

    private boolean awaitSignal() {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
            while (!signal && !closed && left > 0) {
                left = signalled.awaitNanos(left);
            }
            signal = false;
            return !closed;
        } catch (InterruptedException _) {
            return false;
        } finally {
            lock.unlock();
        }
    }

    /// Returns when it no longer looks.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            signalled.signal();
        } finally {
            lock.unlock();
        }
        try {
            thread.join(5_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
