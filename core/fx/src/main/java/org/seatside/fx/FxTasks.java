package org.seatside.fx;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The one place that starts background threads for a screen and that knows the JavaFX thread. Work runs on
/// virtual threads. Closing interrupts what still runs and drops what was not yet shown; what is wanted later, by
/// a timer that was just due, is left out without a word.
public final class FxTasks implements TaskRunner, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FxTasks.class);

    private final ExecutorService background = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("task-", 0).factory());
    private final ScheduledExecutorService timer = new ScheduledThreadPoolExecutor(
            1, Thread.ofPlatform().name("ui-timer").daemon().factory(), new ThreadPoolExecutor.DiscardPolicy());
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Executor screen = this::show;
    private final Executor unlessClosed = this::begin;

    @Override
    public <T> BackgroundTask<T> create(Callable<T> work) {
        return BackgroundTask.on(work, unlessClosed, screen);
    }

    private void begin(Runnable work) {
        try {
            background.execute(work);
        } catch (RejectedExecutionException e) {
            LOG.debug("Closed: what was wanted later is left out", e);
        }
    }

    @Override
    public void show(Runnable change) {
        if (closed.get()) {
            return;
        }
        if (Platform.isFxApplicationThread()) {
            change.run();
        } else {
            Platform.runLater(() -> {
                if (!closed.get()) {
                    change.run();
                }
            });
        }
    }

    @Override
    public Scheduled after(Duration delay, Runnable change) {
        AtomicBoolean cancelled = new AtomicBoolean();
        var pending = timer.schedule(
                () -> show(() -> {
                    if (!cancelled.get()) {
                        change.run();
                    }
                }),
                delay.toNanos(),
                TimeUnit.NANOSECONDS);
        return () -> {
            cancelled.set(true);
            pending.cancel(false);
        };
    }

    @Override
    public void close() {
        closed.set(true);
        timer.shutdownNow();
        background.shutdownNow();
    }
}
