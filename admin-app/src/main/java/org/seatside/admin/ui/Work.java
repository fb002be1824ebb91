package org.seatside.admin.ui;

import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.TaskRunner;

/// One piece of long work: how far it is, and how it ended.
public final class Work {
    /// Progress of which nobody knows how much there is.
    public static final double UNKNOWN = -1;

    /// Where it stands.
    public enum State {
        RUNNING,
        DONE,
        CANCELLED,
        FAILED
    }

    private final Notice title;
    private final TaskRunner tasks;
    private final AtomicBoolean cancelled = new AtomicBoolean();
    private final AtomicReference<@Nullable Report> latest = new AtomicReference<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(UNKNOWN);
    private final ReadOnlyObjectWrapper<@Nullable Notice> detail = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.RUNNING);
    private final ReadOnlyObjectWrapper<@Nullable Result> result = new ReadOnlyObjectWrapper<>(null);

    Work(Notice title, TaskRunner tasks) {
        this.title = title;
        this.tasks = tasks;
    }

    /// Tells how far it is; however often it is called, the screen is told once at a time. On the work's
    /// thread.
    ///
    /// @param part 0 to 1, or [#UNKNOWN]
    /// @throws CancellationException where the person cancelled it
    public void at(double part, @Nullable Notice now) {
        if (cancelled.get()) {
            throw new CancellationException();
        }
        if (latest.getAndSet(new Report(part, now)) == null) {
            tasks.show(this::show);
        }
    }

    private void show() {
        Report report = latest.getAndSet(null);
        if (report != null && state.get() == State.RUNNING) {
            progress.set(report.part());
            detail.set(report.now());
        }
    }

    public void cancel() {
        cancelled.set(true);
    }

    public boolean isCancelled() {
        return cancelled.get();
    }

    void end(State how, @Nullable Result what) {
        state.set(how);
        result.set(what);
    }

    public Notice title() {
        return title;
    }

    /// 0 to 1, or [#UNKNOWN].
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /// What it is at; null for nothing to say.
    public ReadOnlyObjectProperty<@Nullable Notice> detail() {
        return detail.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// How it ended; null while it runs.
    public ReadOnlyObjectProperty<@Nullable Result> result() {
        return result.getReadOnlyProperty();
    }

    private record Report(double part, @Nullable Notice now) {}

    /// What to say of work that ended, and what can be done next.
    ///
    /// @param nextKey of the word on the button for it; null for none
    public record Result(
            Notice notice,
            @Nullable String nextKey,
            @Nullable Runnable next) {
        public static Result of(Notice notice) {
            return new Result(notice, null, null);
        }
    }
}
