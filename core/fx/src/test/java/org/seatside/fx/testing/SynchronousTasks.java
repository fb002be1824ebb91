package org.seatside.fx.testing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.BackgroundTask;
import org.seatside.fx.TaskRunner;

/// Does everything at once on the calling thread; what is due later waits for [#advance].
public final class SynchronousTasks implements TaskRunner {
    private final List<Due> due = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @Override
    public <T> BackgroundTask<T> create(Callable<T> work) {
        return BackgroundTask.on(work, Runnable::run, Runnable::run);
    }

    @Override
    public void show(Runnable change) {
        change.run();
    }

    @Override
    public Scheduled after(Duration delay, Runnable change) {
        Due entry = new Due(now.plus(delay), change);
        due.add(entry);
        return () -> due.removeIf(each -> each == entry);
    }

    /// Lets time pass; everything that falls due happens, in order.
    public void advance(Duration time) {
        Duration end = now.plus(time);
        for (Due next = first(end); next != null; next = first(end)) {
            due.remove(next);
            now = next.at;
            next.change.run();
        }
        now = end;
    }

    private @Nullable Due first(Duration end) {
        return due.stream()
                .filter(each -> each.at.compareTo(end) <= 0)
                .min(Comparator.comparing(each -> each.at))
                .orElse(null);
    }

    /// Compared by identity: the same change may be due twice.
    private static final class Due {
        final Duration at;
        final Runnable change;

        Due(Duration at, Runnable change) {
            this.at = at;
            this.change = change;
        }
    }
}
