package org.seatside.kiosk.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Asks the JavaFX thread again and again whether it is there, and keeps how long it took at worst until it
/// answered, whether it worked on something else or slept, waited for a lock, a disk or a collector. How long it
/// waited for a processor that the machine's other work had is left out, by the kernel's count. Linux.
final class UiWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 3;

    /// In `schedstat`: nanoseconds on a processor, nanoseconds in the queue for one, turns.
    private static final int IN_QUEUE = 1;

    private final Thread thread;
    private final Path counts;
    private volatile boolean ended;
    private volatile long longestNanos;
    private final AtomicInteger answers = new AtomicInteger();

    UiWatch() throws IOException {
        counts = schedule();
        thread = Thread.ofPlatform().daemon().name("ui-watch").start(this::watch);
    }

    /// Where Linux counts what the JavaFX thread does.
    private static Path schedule() throws IOException {
        try (Stream<Path> all = Files.list(Path.of("/proc/self/task"))) {
            return all.filter(UiWatch::isJavaFx)
                    .map(task -> task.resolve("schedstat"))
                    .findFirst()
                    .orElseThrow(() -> new IOException("There is no JavaFX thread"));
        }
    }

    /// The kernel keeps fifteen characters of a name.
    private static boolean isJavaFx(Path task) {
        try {
            return Files.readString(task.resolve("comm")).strip().equals("JavaFX Applicat");
        } catch (IOException e) {
            // It ended in between.
            return false;
        }
    }

    private long queuedNanos() throws IOException {
        return Long.parseLong(Files.readString(counts).strip().split(" ", -1)[IN_QUEUE]);
    }

    private void watch() {
        try {
            while (!ended) {
                long queuedBefore = queuedNanos();
                long asked = System.nanoTime();
                CompletableFuture<Long> answer = new CompletableFuture<>();
                Platform.runLater(() -> answer.complete(System.nanoTime()));
                long waited = answer.get() - asked;
                longestNanos = Math.max(longestNanos, waited - (queuedNanos() - queuedBefore));
                answers.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | IOException e) {
            throw new IllegalStateException("The JavaFX thread cannot be watched", e);
        }
    }

    int answers() {
        return answers.get();
    }

    /// The longest during which nothing else could happen on the screen.
    Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
