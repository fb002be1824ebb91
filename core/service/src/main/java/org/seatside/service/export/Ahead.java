package org.seatside.service.export;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.Iterator;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;

/// Reads one part ahead on another thread, while the one before is being used. One thread takes.
final class Ahead<T> {
    private final Iterator<T> parts;
    private final Executor threads;
    private @Nullable FutureTask<T> coming;

    Ahead(Iterator<T> parts, Executor threads) {
        this.parts = parts;
        this.threads = threads;
        fetch();
    }

    /// The next part; null after the last.
    ///
    /// @throws IOException where the waiting thread was interrupted
    @Nullable
    T next() throws IOException {
        FutureTask<T> fetched = coming;
        if (fetched == null) {
            return null;
        }
        try {
            T part = fetched.get();
            fetch();
            return part;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("interrupted while reading what to write");
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure ? failure : new IllegalStateException(e.getCause());
        }
    }

    private void fetch() {
        if (!parts.hasNext()) {
            coming = null;
            return;
        }
        FutureTask<T> next = new FutureTask<>(parts::next);
        coming = next;
        threads.execute(next);
    }
}
