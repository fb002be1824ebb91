package org.seatside.storage;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.service.log.ViewUnavailableException;

/// The connections that reads run on. Stays when the view behind it is replaced by a snapshot: whoever reads
/// meanwhile waits for the running reads and the change to end, or is told that there is no view. Thread-safe.
final class Reads {
    private static final int CONNECTIONS = 8;
    private static final long PATIENCE_SECONDS = 10;

    /// Twenty thousand students with what is asked of each, in some 50 MB.
    private static final int REMEMBERED = 200_000;

    /// Opens a connection that reads.
    interface Source {
        Connection open() throws SQLException;
    }

    /// Who applies.
    interface Applying {
        /// Has what is held back written, so that the next read sees it.
        void settle();

        /// Reads while nothing is applied and nothing held back.
        <T> T between(Supplier<T> read);
    }

    private final ReadWriteLock change = new ReentrantReadWriteLock();
    private @Nullable Pool pool;
    private volatile @Nullable Applying applying;
    private volatile Map<Object, Object> known = new ConcurrentHashMap<>();
    private final SearchTexts searchTexts = new SearchTexts();

    <T> T read(Function<Statements, T> work) {
        change.readLock().lock();
        try {
            Pool current = pool;
            if (current == null) {
                throw new ViewUnavailableException("The node's view is being opened or rebuilt; ask again in a moment");
            }
            Statements statements = current.take();
            try {
                return work.apply(statements);
            } finally {
                current.give(statements);
            }
        } finally {
            change.readLock().unlock();
        }
    }

    /// Like [#read], of what apply holds back until somebody asks: counts, and how far kiosks are.
    <T> T settled(Function<Statements, T> work) {
        Applying current = applying;
        if (current != null) {
            current.settle();
        }
        return read(work);
    }

    /// Within a read: asks while nothing is applied and nothing held back.
    <T> T between(Supplier<T> read) {
        Applying current = applying;
        return current == null ? read.get() : current.between(read);
    }

    /// Like [#read], for what every check-in asks again and only [#forget] makes another: the answer is kept.
    ///
    /// @param question equal to an earlier one only where the answer is the same
    <T> T remembered(Object question, Function<Statements, T> work) {
        // Whoever asks while it is changed writes into the map that is thrown away.
        Map<Object, Object> current = known;
        @SuppressWarnings("unchecked") // what a question was answered with
        T answer = (T) current.get(question);
        if (answer == null) {
            answer = read(work);
            if (current.size() >= REMEMBERED) {
                current.clear();
            }
            current.put(question, Objects.requireNonNull(answer));
        }
        return answer;
    }

    /// What was remembered may not be so any more. Call it after the change can be seen and before anybody is
    /// told of it.
    void forget() {
        // An empty one too: somebody may be about to write into it what was so before.
        known = new ConcurrentHashMap<>();
    }

    SearchTexts searchTexts() {
        return searchTexts;
    }

    void open(Source source, Applying who) {
        change.writeLock().lock();
        try {
            if (pool != null) {
                throw new IllegalStateException("The view before is still open");
            }
            pool = new Pool(source);
            applying = who;
            forget();
            searchTexts.forget();
        } finally {
            change.writeLock().unlock();
        }
    }

    void close() {
        change.writeLock().lock();
        try {
            Pool current = pool;
            pool = null;
            applying = null;
            if (current != null) {
                current.close();
            }
        } finally {
            change.writeLock().unlock();
        }
    }

    /// Opens connections as they are needed and keeps them, with what was prepared on them.
    private static final class Pool {
        private final Source source;
        private final BlockingQueue<Statements> idle = new LinkedBlockingQueue<>();
        private final AtomicInteger opened = new AtomicInteger();

        Pool(Source source) {
            this.source = source;
        }

        Statements take() {
            Statements free = idle.poll();
            if (free != null) {
                return free;
            }
            if (opened.incrementAndGet() <= CONNECTIONS) {
                return open();
            }
            opened.decrementAndGet();
            try {
                free = idle.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new ViewUnavailableException("Interrupted while waiting to read");
            }
            if (free == null) {
                throw new ViewUnavailableException("Too many reads at once; ask again in a moment");
            }
            return free;
        }

        private Statements open() {
            try {
                return new Statements(source.open());
            } catch (SQLException e) {
                opened.decrementAndGet();
                throw new ViewFailedException("open a read connection", e);
            }
        }

        void give(Statements statements) {
            idle.add(statements);
        }

        void close() {
            for (Statements statements = idle.poll(); statements != null; statements = idle.poll()) {
                statements.close();
            }
        }
    }
}
