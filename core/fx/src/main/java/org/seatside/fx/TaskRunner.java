package org.seatside.fx;

import java.time.Duration;
import java.util.concurrent.Callable;

/// How a view model gets work off the JavaFX thread and its results back onto it. [FxTasks] in an app; in tests a
/// runner that does everything at once on the calling thread.
public interface TaskRunner {
    /// Work for a background thread. Nothing runs before [BackgroundTask#start].
    <T> BackgroundTask<T> create(Callable<T> work);

    /// Does the change on the JavaFX thread: at once where called there, else soon and in the order of the calls.
    void show(Runnable change);

    /// Does the change on the JavaFX thread once the delay has passed.
    Scheduled after(Duration delay, Runnable change);

    /// Something that will happen unless it is cancelled.
    @FunctionalInterface
    interface Scheduled {
        /// After this has returned on the JavaFX thread the change does not happen any more.
        void cancel();
    }
}
