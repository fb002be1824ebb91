package org.seatside.server.feed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.service.attendance.AttendanceStore;

/// Follows what the log applied and hands it to any number of readers, each at its own pace: one look into the
/// store for all of them, and none waits for another. Readers that fall behind what is kept in memory read the
/// store. Nothing is read while nobody reads along. Thread-safe.
public final class CheckInFeed implements AutoCloseable {
    private static final int KEPT = 1024;
    private static final int PART = 256;

    /// A reader comes by at least at each of its heartbeats.
    private static final long ATTENTIVE_NANOS = TimeUnit.SECONDS.toNanos(60);

    private final AttendanceStore store;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Deque<CheckInEvent> kept = new ArrayDeque<>();
    private final Follower follower;
    private volatile boolean followed;
    private long lastRead;
    private long newest;
    private long keptAfter;
    private long nudges;
    private boolean closed;

    /// Starts to follow once somebody reads.
    public CheckInFeed(AttendanceStore store) {
        this.store = store;
        follower = new Follower("check-in-feed", this::look);
    }

    /// Says that something may have been applied. Does not block.
    public void signal() {
        if (followed) {
            follower.signal();
        }
    }

    /// Lets those who wait look up: there is news of another kind. Does not block.
    public void nudge() {
        if (!followed) {
            return;
        }
        lock.lock();
        try {
            nudges++;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    /// Log index of the newest event that readers can have.
    public long newest() {
        lock.lock();
        try {
            follow();
            return newest;
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

    /// Events above a log index in log order, all of an index or none; waits for some.
    ///
    /// @return empty after the time is over, after a [#nudge], or when the feed is closed
    public List<CheckInEvent> after(long index, long millis) throws InterruptedException {
        lock.lock();
        try {
            follow();
            long left = TimeUnit.MILLISECONDS.toNanos(millis);
            long before = nudges;
            while (newest <= index && !closed && left > 0 && nudges == before) {
                left = changed.awaitNanos(left);
            }
            if (newest <= index || closed) {
                return List.of();
            }
            if (index >= keptAfter) {
                return kept.stream().filter(event -> event.logIndex() > index).toList();
            }
        } finally {
            lock.unlock();
        }
        return store.eventsAfter(index, PART);
    }

    /// Somebody reads: from here on, whatever comes is kept. What was there before is in the store.
    private void follow() {
        lastRead = System.nanoTime();
        if (!followed) {
            List<CheckInEvent> last = store.eventsBefore(Long.MAX_VALUE, 1);
            newest = last.isEmpty() ? 0 : last.getFirst().logIndex();
            keptAfter = newest;
            kept.clear();
            followed = true;
        }
    }

    private boolean isFollowed() {
        lock.lock();
        try {
            if (followed && System.nanoTime() - lastRead > ATTENTIVE_NANOS) {
                followed = false;
            }
            return followed;
        } finally {
            lock.unlock();
        }
    }

    private void look() {
        if (isFollowed()) {
            publish();
        }
    }

    private void publish() {
        List<CheckInEvent> fresh = new ArrayList<>();
        long position = position();
        do {
            fresh.clear();
            fresh.addAll(store.eventsAfter(position, PART));
            if (!fresh.isEmpty()) {
                position = fresh.getLast().logIndex();
                publish(fresh, position);
            }
        } while (fresh.size() >= PART);
    }

    private long position() {
        lock.lock();
        try {
            return newest;
        } finally {
            lock.unlock();
        }
    }

    private void publish(List<CheckInEvent> fresh, long position) {
        lock.lock();
        try {
            kept.addAll(fresh);
            newest = position;
            while (kept.size() > KEPT) {
                forgetOldestIndex();
            }
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void forgetOldestIndex() {
        long oldest = kept.getFirst().logIndex();
        while (!kept.isEmpty() && kept.getFirst().logIndex() == oldest) {
            kept.removeFirst();
        }
        keptAfter = oldest;
    }

    /// Ends all waiting readers; returns when the follower has ended.
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
