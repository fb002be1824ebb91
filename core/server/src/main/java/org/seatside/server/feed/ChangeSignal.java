package org.seatside.server.feed;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;

/// Wakes readers when a number in the store has changed: at once for what this node appended, within half a
/// second for what it applied of other nodes. One look into the store for all of them. Thread-safe.
public final class ChangeSignal implements AutoCloseable {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Follower follower;
    private long stamp;
    private boolean closed;

    /// Starts to look.
    ///
    /// @param name of its thread
    /// @param store gives the number
    public ChangeSignal(String name, LongSupplier store) {
        stamp = store.getAsLong();
        follower = new Follower(name, () -> publish(store.getAsLong()));
    }

    /// Says that the number may have changed. Does not block.
    public void signal() {
        follower.signal();
    }

    /// The number as it was last seen.
    public long stamp() {
        lock.lock();
        try {
            return stamp;
        } finally {
            lock.unlock();
        }
    }

    /// Waits for another number than `known`.
    ///
    /// @return the number; `known` after the time is over or the signal is closed
    public long await(long known, long millis) throws InterruptedException {
        lock.lock();
        try {
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            while (stamp == known && !closed && left > 0) {
                left = changed.awaitNanos(left);
            }
            return stamp;
        } finally {
            lock.unlock();
        }
    }

    /// Whether there will be no more.
    public boolean closed() {
        lock.lock();
        try {
            return closed;
        } finally {
            lock.unlock();
        }
    }

    private void publish(long now) {
        lock.lock();
        try {
            if (now != stamp) {
                stamp = now;
                changed.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }

    /// Ends all waiting readers; returns when it no longer looks.
    @Override
    public void close() {
        lock.lock();
        try {
            closed = true;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        follower.close();
    }
}
