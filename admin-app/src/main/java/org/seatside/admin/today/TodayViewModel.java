package org.seatside.admin.today;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.kiosk.KioskHealth;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.Screen;
import org.seatside.client.ChangeFeed;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.Page;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.attendance.CheckInEvent;

/// What happens today: check-ins as they come, kiosks, the way upstream, and all that needs a person.
public final class TodayViewModel implements AutoCloseable {
    /// How often kiosks and upstream are asked for.
    static final Duration REFRESH = Duration.ofSeconds(5);

    /// Check-ins kept in the list.
    static final int KEPT = 200;

    private final NodeLink link;
    private final InstantSource clock;
    private final ObservableList<CheckInEvent> checkIns = FXCollections.observableArrayList();
    private final ObservableList<KioskView> kiosks = FXCollections.observableArrayList();
    private final ObservableList<Concern> concerns = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable UpstreamSummary> upstream = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<Live> live = new ReadOnlyObjectWrapper<>(Live.CONNECTING);
    private final ReadOnlyBooleanWrapper known = new ReadOnlyBooleanWrapper();
    private final HelpViewModel help;
    private final DayViewModel day;
    private final WaitingViewModel waiting;
    private @Nullable ChangeFeed feed;
    private TaskRunner.@Nullable Scheduled next;
    private boolean closed;

    /// Whether check-ins arrive by themselves.
    public enum Live {
        CONNECTING,
        CONNECTED,
        LOST
    }

    /// @param clock the node's, as well as this computer knows it
    /// @param seesHooks whether the person may read the webhooks
    public TodayViewModel(NodeLink link, InstantSource clock, boolean seesHooks) {
        this.link = link;
        this.clock = clock;
        this.help = new HelpViewModel(link);
        this.day = new DayViewModel(link, clock, this::judge);
        this.waiting = new WaitingViewModel(link, seesHooks, this::judge);
        link.lost().addListener((_, _, _) -> judge());
        link.onHealed(this::refresh);
    }

    /// Begins to follow the node.
    public void open() {
        refresh();
        day.open();
        waiting.open();
        link.ask(
                () -> link.client().checkIns(null, KEPT),
                this::begin,
                _ -> next = link.tasks().after(NodeLink.PROBE, this::open),
                () -> {});
    }

    private void begin(Page<CheckInEvent> page) {
        if (closed || feed != null) {
            return;
        }
        page.items().reversed().forEach(this::arrived);
        Optional<Long> newest =
                page.items().stream().map(CheckInEvent::logIndex).max(Long::compare);
        feed = link.client().follow(newest.orElse(null), new ChangeFeed.Listener() {
            @Override
            public void checkIn(CheckInEvent event) {
                link.tasks().show(() -> arrived(event));
            }

            @Override
            public void state(ChangeFeed.State state) {
                link.tasks().show(() -> followed(state));
            }
        });
    }

    private void followed(ChangeFeed.State state) {
        live.set(state == ChangeFeed.State.CONNECTED ? Live.CONNECTED : Live.LOST);
        if (state == ChangeFeed.State.REFUSED) {
            unfollow();
        }
        judge();
    }

    /// One check-in has one row, however often something about it is told; the newest log index is right.
    private void arrived(CheckInEvent event) {
        int row = IntStream.range(0, checkIns.size())
                .filter(i -> checkIns.get(i).id().equals(event.id()))
                .findFirst()
                .orElse(-1);
        if (row >= 0) {
            checkIns.set(row, event);
            return;
        }
        checkIns.addFirst(event);
        if (checkIns.size() > KEPT) {
            checkIns.removeLast();
        }
    }

    /// Asks for kiosks, upstream and the upstream state of the newest check-ins, now and then every five
    /// seconds.
    public void refresh() {
        TaskRunner.Scheduled pending = next;
        if (pending != null) {
            pending.cancel();
        }
        link.ask(
                () -> new Answer(
                        link.client().kiosks(),
                        link.client().upstream(),
                        link.client().checkIns(null, KEPT).items(),
                        link.client().helpCalls()),
                this::show,
                this::missed,
                () -> {
                    if (!closed) {
                        next = link.tasks().after(REFRESH, this::refresh);
                    }
                });
    }

    private void show(Answer answer) {
        kiosks.setAll(
                answer.kiosks().stream().filter(view -> !view.kiosk().revoked()).toList());
        upstream.set(answer.upstream());
        help.show(answer.help());
        answer.checkIns().reversed().forEach(this::changed);
        known.set(true);
        judge();
        if (feed == null && live.get() == Live.LOST) {
            begin(new Page<>(answer.checkIns(), null));
        }
    }

    private void changed(CheckInEvent event) {
        for (int i = 0; i < checkIns.size(); i++) {
            CheckInEvent shown = checkIns.get(i);
            if (shown.id().equals(event.id()) && !shown.equals(event)) {
                checkIns.set(i, event);
            }
        }
    }

    private void missed(NodeException failure) {
        if (failure.kind() != NodeException.Kind.UNREACHABLE) {
            known.set(true);
        }
        judge();
    }

    private void judge() {
        List<Concern> found = new ArrayList<>();
        if (link.lost().get()) {
            found.add(new Concern(Notice.failed("today.concern.node"), null));
        } else if (live.get() == Live.LOST) {
            found.add(new Concern(Notice.care("today.concern.live"), null));
        }
        if (!help.open().isEmpty()) {
            found.add(
                    new Concern(Notice.failed("today.concern.help", help.open().size()), null));
        }
        Instant now = clock.instant();
        kiosks.forEach(kiosk -> KioskHealth.of(kiosk, now)
                .concern()
                .ifPresent(it -> found.add(new Concern(it, Destination.of(Screen.KIOSKS)))));
        UpstreamSummary summary = upstream.get();
        if (summary != null) {
            UpstreamHealth.concerns(summary, found);
        }
        day.warnings()
                .forEach(warning -> found.add(new Concern(
                        Notice.care(word(warning), warning.roomName(), warning.sectionTitle()),
                        Destination.of(Screen.KIOSKS))));
        found.addAll(waiting.concerns());
        concerns.setAll(found);
    }

    private static String word(RoomWarning warning) {
        return switch (warning.reason()) {
            case NO_KIOSK -> "today.concern.room.none";
            case SILENT -> "today.concern.room.silent";
            case NO_CAMERA -> "today.concern.room.camera";
        };
    }

    /// Who calls for help.
    public HelpViewModel help() {
        return help;
    }

    /// The day's classes.
    public DayViewModel day() {
        return day;
    }

    /// Newest first.
    public ObservableList<CheckInEvent> checkIns() {
        return checkIns;
    }

    /// Kiosks that are not revoked.
    public ObservableList<KioskView> kiosks() {
        return kiosks;
    }

    /// What needs a person, most urgent first; empty where all is well.
    ObservableList<Concern> concerns() {
        return concerns;
    }

    /// Null before the first answer.
    public ReadOnlyObjectProperty<@Nullable UpstreamSummary> upstream() {
        return upstream.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<Live> live() {
        return live.getReadOnlyProperty();
    }

    /// Whether the node has answered at all: before that nothing is known to be well.
    public ReadOnlyBooleanProperty known() {
        return known.getReadOnlyProperty();
    }

    Instant now() {
        return clock.instant();
    }

    private void unfollow() {
        ChangeFeed following = feed;
        feed = null;
        if (following != null) {
            following.close();
        }
    }

    @Override
    public void close() {
        closed = true;
        day.close();
        waiting.close();
        TaskRunner.Scheduled pending = next;
        if (pending != null) {
            pending.cancel();
        }
        unfollow();
    }

    private record Answer(
            List<KioskView> kiosks, UpstreamSummary upstream, List<CheckInEvent> checkIns, List<HelpCall> help) {}
}
