package org.seatside.admin.ui;

import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.function.Function;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Long work that runs beside whatever else the person does: each piece with its progress and a way to end it.
/// Used on the JavaFX thread.
public final class WorkViewModel {
    private static final Logger LOG = LoggerFactory.getLogger(WorkViewModel.class);

    private final TaskRunner tasks;
    private final ObservableList<Work> running = FXCollections.observableArrayList();

    public WorkViewModel(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /// Begins a piece of work in the background.
    ///
    /// @param title what it is
    /// @param job runs off the JavaFX thread; it tells its progress and thereby learns that it was cancelled
    /// @param done what to say of its result; null says nothing and takes the work from the strip
    public <T> Work start(Notice title, Job<T> job, Function<T, Work.Result> done) {
        Work work = new Work(title, tasks);
        running.add(work);
        tasks.create(() -> job.run(work))
                .onSuccess(result -> work.end(Work.State.DONE, done.apply(result)))
                .onError(CancellationException.class, _ -> work.end(Work.State.CANCELLED, cancelled(title)))
                .onError(NodeException.class, e -> failed(work, Notice.of(e), e))
                .onError(Exception.class, e -> failed(work, unforeseen(e), e))
                .start();
        return work;
    }

    private static Work.Result cancelled(Notice title) {
        return Work.Result.of(Notice.news("work.cancelled", title));
    }

    private static void failed(Work work, Notice notice, Exception cause) {
        if (work.isCancelled()) {
            // The stream it was cut off from is how it ended, not why.
            LOG.debug("Cancelled work ended with {}", cause.getClass().getSimpleName());
            work.end(Work.State.CANCELLED, cancelled(work.title()));
        } else {
            work.end(Work.State.FAILED, Work.Result.of(notice));
        }
    }

    private static Notice unforeseen(Exception cause) {
        if (cause instanceof FileFailure failure) {
            return failure.notice();
        }
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("Long work failed in a way nobody foresaw, incident {}", incident, cause);
        return Notice.failed("failure.unexpected", incident);
    }

    /// Takes finished work from the strip.
    public void dismiss(Work work) {
        running.remove(work);
    }

    /// What runs and what ended and was not dismissed yet, the oldest first.
    public ObservableList<Work> running() {
        return running;
    }

    /// Ends all of it, as when the person signs out.
    public void cancelAll() {
        running.forEach(Work::cancel);
        running.clear();
    }

    /// The work itself.
    @FunctionalInterface
    public interface Job<T> {
        T run(Work progress) throws Exception;
    }

    /// A failure with the words for it.
    public static final class FileFailure extends Exception {
        private static final long serialVersionUID = 1L;
        private final transient Notice notice;

        public FileFailure(Notice notice, Throwable cause) {
            super(notice.key(), cause);
            this.notice = notice;
        }

        Notice notice() {
            return notice;
        }
    }
}
