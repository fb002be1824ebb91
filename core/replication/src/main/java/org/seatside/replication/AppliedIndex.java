package org.seatside.replication;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/// How far the view is, for those who wait for it. Thread-safe.
final class AppliedIndex {
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition moved = lock.newCondition();
    private final NavigableMap<Long, CompletableFuture<Void>> waiting = new TreeMap<>();
    private volatile long index;

    long get() {
        return index;
    }

    void moveTo(long applied) {
        List<CompletableFuture<Void>> reached = List.of();
        lock.lock();
        try {
            index = applied;
            moved.signalAll();
            if (!waiting.isEmpty()) {
                NavigableMap<Long, CompletableFuture<Void>> head = waiting.headMap(applied, true);
                reached = new ArrayList<>(head.values());
                head.clear();
            }
        } finally {
            lock.unlock();
        }
        reached.forEach(future -> future.complete(null));
    }

    /// Done once the view has the entry, on the thread that applied it.
    CompletableFuture<Void> reached(long wanted) {
        lock.lock();
        try {
            return index >= wanted
                    ? CompletableFuture.completedFuture(null)
                    : waiting.computeIfAbsent(wanted, _ -> new CompletableFuture<>())
                            .copy();
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
