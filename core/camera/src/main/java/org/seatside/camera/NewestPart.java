package org.seatside.camera;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/// Reads parts as fast as they come and keeps only the newest, so that a slow decoder does not make old
/// pictures queue in the connection.
final class NewestPart {
    private final MultipartReader reader;
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private byte @Nullable [] newest;
    private @Nullable IOException end;

    NewestPart(MultipartReader reader) {
        this.reader = reader;
    }

    /// Reads until the stream ends or is closed; on a thread of its own.
    void drain() {
        try {
            Optional<byte[]> part = reader.next();
            while (part.isPresent()) {
                put(part.get());
                part = reader.next();
            }
            finish(new EOFException("the camera ended the stream"));
        } catch (IOException e) {
            finish(e);
        }
    }

    /// Waits for a part nobody has taken.
    ///
    /// @return empty if none came in time
    /// @throws IOException why the stream ended, once the last part is taken
    Optional<byte[]> take(Duration patience) throws IOException, InterruptedException {
        long left = patience.toNanos();
        lock.lockInterruptibly();
        try {
            while (newest == null && end == null && left > 0) {
                left = changed.awaitNanos(left);
            }
            byte[] part = newest;
            newest = null;
            if (part == null && end != null) {
                throw end;
            }
            return Optional.ofNullable(part);
        } finally {
            lock.unlock();
        }
    }

    private void put(byte[] part) {
        lock.lock();
        try {
            newest = part;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    private void finish(IOException reason) {
        lock.lock();
        try {
            end = reason;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
