package org.seatside.kiosk.launch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import javafx.application.Platform;

/// Asks the JavaFX thread again and again whether it is there, and keeps how long it worked on something else
/// at
/// worst before it answered: by its processor time, which other work of the machine does not lengthen. Linux.
final class UiWatch implements AutoCloseable {
    private static final long PAUSE_MILLIS = 3;

    private final Thread thread;
    private final List<Path> counts;
    private volatile boolean ended;
    private volatile long longestNanos;
    private final AtomicInteger answers = new AtomicInteger();

    UiWatch() {
        counts = schedule();
        thread = Thread.ofPlatform().daemon().name("ui-watch").start(this::watch);
    }

    /// Where Linux counts the thread's processor time.
    private static List<Path> schedule() {
        Path tasks = Path.of("/proc/self/task");
        if (!Files.isDirectory(tasks)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(tasks)) {
            return all.filter(UiWatch::isJavaFx)
                    .map(task -> task.resolve("schedstat"))
                    .filter(Files::isReadable)
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /// The kernel keeps fifteen characters of a name.
    private static boolean isJavaFx(Path task) {
        try {
            String name = Files.readString(task.resolve("comm")).strip();
            return name.equals("JavaFX Applicat");
        } catch (IOException e) {
            // It ended in between.
            return false;
        }
    }

    private long workedNanos() {
        long sum = 0;
        for (Path each : counts) {
            try {
                sum += Long.parseLong(Files.readString(each).split(" ", -1)[0]);
            } catch (IOException e) {
                // The thread ended: what it worked is in neither reading.
                return 0;
            }
        }
        return sum;
    }

    private void watch() {
        try {
            while (!ended) {
                long workedBefore = workedNanos();
                CountDownLatch answered = new CountDownLatch(1);
                Platform.runLater(answered::countDown);
                answered.await();
                longestNanos = Math.max(longestNanos, workedNanos() - workedBefore);
                answers.incrementAndGet();
                TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    int answers() {
        return answers.get();
    }

    /// The longest work during which nothing else could happen on the screen.
    Duration longest() {
        return Duration.ofNanos(longestNanos);
    }

    @Override
    public void close() {
        ended = true;
        thread.interrupt();
    }
}
