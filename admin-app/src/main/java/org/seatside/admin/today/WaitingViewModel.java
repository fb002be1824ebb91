package org.seatside.admin.today;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Screen;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.hook.Hook;

/// What waits for somebody without hurry: messages to webhooks that were given up, what students reported,
/// attendance that fell. Asked for every minute.
public final class WaitingViewModel {
    static final Duration REFRESH = Duration.ofMinutes(1);

    private final NodeLink link;
    private final boolean seesHooks;
    private final Runnable changed;
    private List<Concern> concerns = List.of();
    private TaskRunner.@Nullable Scheduled later;
    private boolean closed;

    /// @param seesHooks whether the person may read the webhooks
    /// @param changed told after each answer
    public WaitingViewModel(NodeLink link, boolean seesHooks, Runnable changed) {
        this.link = link;
        this.seesHooks = seesHooks;
        this.changed = changed;
    }

    /// Asks now, and then every minute until [#close].
    public void open() {
        cancel();
        link.ask(
                this::read,
                found -> {
                    concerns = found;
                    changed.run();
                },
                _ -> {},
                () -> {
                    if (!closed) {
                        later = link.tasks().after(REFRESH, this::open);
                    }
                });
    }

    private List<Concern> read() throws NodeException {
        List<Concern> found = new ArrayList<>();
        if (seesHooks) {
            int given = 0;
            for (Hook hook : link.client().hooks().all()) {
                given += link.client().hooks().deadLetters(hook.id()).size();
            }
            add(found, "today.concern.letters", given, Destination.of(Screen.ADMINISTRATION, "hooks.title"));
        }
        long reports = link.client().reports().stream()
                .filter(report -> !report.closed())
                .count();
        add(found, "today.concern.reports", reports, Destination.of(Screen.ADMINISTRATION, "reports.title"));
        long low = link.client().records().low(null).stream()
                .filter(it -> it.state() == LowAttendance.State.NEW)
                .count();
        add(found, "today.concern.low", low, Destination.of(Screen.INSIGHT, "low.title"));
        return List.copyOf(found);
    }

    private static void add(List<Concern> found, String key, long count, Destination where) {
        if (count > 0) {
            found.add(new Concern(Notice.news(key, count), where));
        }
    }

    /// As the node said last.
    List<Concern> concerns() {
        return concerns;
    }

    void close() {
        closed = true;
        cancel();
    }

    private void cancel() {
        TaskRunner.Scheduled pending = later;
        if (pending != null) {
            pending.cancel();
        }
    }
}
