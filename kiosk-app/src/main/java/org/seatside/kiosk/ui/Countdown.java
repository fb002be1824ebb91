package org.seatside.kiosk.ui;

import java.time.Duration;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.TaskRunner;

/// A wait whose last seconds are told. On the JavaFX thread.
final class Countdown {
    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TaskRunner tasks;
    private final ReadOnlyIntegerWrapper secondsLeft = new ReadOnlyIntegerWrapper();
    private TaskRunner.@Nullable Scheduled next;

    Countdown(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /// Begins anew.
    ///
    /// @param whole including the part that is told
    void restart(Duration whole, Duration told, Runnable over) {
        stop();
        next = tasks.after(whole.minus(told), () -> tell((int) told.toSeconds(), over));
    }

    private void tell(int left, Runnable over) {
        secondsLeft.set(left);
        next = tasks.after(SECOND, () -> {
            if (left > 1) {
                tell(left - 1, over);
            } else {
                stop();
                over.run();
            }
        });
    }

    void stop() {
        if (next != null) {
            next.cancel();
            next = null;
        }
        secondsLeft.set(0);
    }

    /// 0 while the end is far or nothing runs.
    ReadOnlyIntegerProperty secondsLeft() {
        return secondsLeft.getReadOnlyProperty();
    }
}
