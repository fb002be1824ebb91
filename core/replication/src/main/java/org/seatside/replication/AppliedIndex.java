package org.seatside.replication;

import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far the view is, for those who wait for it. Thread-safe.
final class AppliedIndex {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private volatile long index;

    long get() {
        return index;
    }

    void moveTo(long applied) {
        lock.lock();
        try {
            index = applied;
            moved.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// @return false where the time was over before
    boolean await(long wanted, Duration atMost) throws InterruptedException {
        if (index >= wanted) {
            return true;
        }
        lock.lock();
        try {
            long left = atMost.toNanos();
            while (index < wanted && left > 0) {
                left = moved.awaitNanos(left);
            }
            return index >= wanted;
        } finally {
            lock.unlock();
        }
    }
}
