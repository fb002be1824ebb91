package org.seatside.fx;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One piece of background work and what the screen does with its end: success, a typed error, finally. Built, then
/// started once. The callbacks run on the JavaFX thread; the first error handler whose type fits gets the exception. An
/// exception that no handler takes is logged with an id.
public final class BackgroundTask<T> {
    private static final Logger LOG = LoggerFactory.getLogger(BackgroundTask.class);

    private final Callable<T> work;
    private final Executor background;
    private final Executor screen;
    private final List<ErrorHandler<?>> errors = new ArrayList<>();
    private Consumer<? super T> success = _ -> {};
    private Runnable last = () -> {};

    private BackgroundTask(Callable<T> work, Executor background, Executor screen) {
        this.work = work;
        this.background = background;
        this.screen = screen;
    }

    /// For runners of another kind than [FxTasks].
    public static <T> BackgroundTask<T> on(Callable<T> work, Executor background, Executor screen) {
        return new BackgroundTask<>(work, background, screen);
    }

    public BackgroundTask<T> onSuccess(Consumer<? super T> handler) {
        success = handler;
        return this;
    }

    public <E extends Throwable> BackgroundTask<T> onError(Class<E> type, Consumer<? super E> handler) {
        errors.add(new ErrorHandler<>(type, handler));
        return this;
    }

    public BackgroundTask<T> andFinally(Runnable handler) {
        last = handler;
        return this;
    }

    public void start() {
        background.execute(this::run);
    }

    private void run() {
        try {
            T result = work.call();
            screen.execute(() -> end(() -> success.accept(result)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            screen.execute(() -> end(() -> failed(e)));
        } catch (Exception e) {
            screen.execute(() -> end(() -> failed(e)));
        }
    }

    private void end(Runnable handler) {
        try {
            handler.run();
        } finally {
            last.run();
        }
    }

    private void failed(Exception e) {
        if (errors.stream().noneMatch(handler -> handler.takes(e))) {
            LOG.error("Background work failed, incident {}", UUID.randomUUID(), e);
        }
    }

    private record ErrorHandler<E extends Throwable>(Class<E> type, Consumer<? super E> handler) {
        boolean takes(Exception e) {
            boolean fits = type.isInstance(e);
            if (fits) {
                handler.accept(type.cast(e));
            }
            return fits;
        }
    }
}
