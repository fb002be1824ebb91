package org.seatside.admin.kiosk;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.KioskRoom;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.Page;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Room;

/// All kiosks; move one to another room, revoke one.
public final class KiosksViewModel implements AutoCloseable {
    private static final Duration REFRESH = Duration.ofSeconds(5);

    private final NodeLink link;
    private final InstantSource clock;
    private final PendingChange moving;
    private final PendingChange revoking;
    private final ObservableList<KioskView> kiosks = FXCollections.observableArrayList();
    private final ObservableList<Room> rooms = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable Kiosk> asking = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private TaskRunner.@Nullable Scheduled next;

    public KiosksViewModel(NodeLink link, InstantSource clock) {
        this.link = link;
        this.clock = clock;
        this.moving = new PendingChange(link.client()::newCommand);
        this.revoking = new PendingChange(link.client()::newCommand);
    }

    /// Asks for kiosks and rooms, now and then every five seconds until [#close].
    public void open() {
        close();
        link.ask(
                () -> new Answer(link.client().kiosks(), allRooms()),
                this::show,
                failure -> {
                    if (!loaded.get()) {
                        notice.set(Notice.of(failure));
                    }
                },
                () -> next = link.tasks().after(REFRESH, this::open));
    }

    private List<Room> allRooms() throws NodeException {
        List<Room> found = new ArrayList<>();
        Page<Room> page = link.client().rooms(null);
        found.addAll(page.items());
        while (page.next() != null) {
            page = link.client().rooms(page.next());
            found.addAll(page.items());
        }
        found.sort(Comparator.comparing(Room::name));
        return found;
    }

    private void show(Answer answer) {
        List<KioskView> sorted = answer.kiosks().stream()
                .sorted(Comparator.comparing((KioskView view) -> view.kiosk().revoked())
                        .thenComparing(view -> view.kiosk().name()))
                .toList();
        if (!sorted.equals(kiosks)) {
            kiosks.setAll(sorted);
        }
        if (!answer.rooms().equals(rooms)) {
            rooms.setAll(answer.rooms());
        }
        if (!loaded.get()) {
            loaded.set(true);
            notice.set(null);
        }
    }

    /// Moves a kiosk.
    ///
    /// @param room null for a kiosk on wheels
    public void move(Kiosk kiosk, @Nullable Room room) {
        KioskRoom place = new KioskRoom(room == null ? null : room.id());
        change(
                moving,
                new Moving(kiosk, place),
                id -> link.client().placeKiosk(kiosk.id(), place, id),
                room == null
                        ? Notice.done("kiosk.moved.nowhere", kiosk.name())
                        : Notice.done("kiosk.moved", kiosk.name(), room.name()));
    }

    /// Asks whether to revoke; nothing happens before [#revoke].
    public void askToRevoke(Kiosk kiosk) {
        asking.set(kiosk);
    }

    public void keep() {
        asking.set(null);
    }

    /// Revokes the kiosk that is asked about.
    public void revoke() {
        Kiosk kiosk = asking.get();
        if (kiosk != null) {
            change(
                    revoking,
                    kiosk,
                    id -> link.client().revokeKiosk(kiosk.id(), id),
                    Notice.done("kiosk.revoked", kiosk.name()));
        }
    }

    private void change(PendingChange pending, Object content, Change change, Notice done) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        link.tell(
                () -> change.under(pending.idFor(content)),
                () -> {
                    pending.settled();
                    asking.set(null);
                    notice.set(done);
                    open();
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// The room's name; empty for a kiosk on wheels or a room not known yet.
    public Optional<Room> roomOf(Kiosk kiosk) {
        RoomId room = kiosk.room();
        return rooms.stream().filter(it -> it.id().equals(room)).findFirst();
    }

    /// Somebody changed this kiosk: says so and asks again.
    void changed(Kiosk kiosk) {
        notice.set(Notice.done("kiosk.changed", kiosk.name()));
        open();
    }

    public void dismissNotice() {
        notice.set(null);
    }

    public NodeLink link() {
        return link;
    }

    InstantSource clock() {
        return clock;
    }

    /// By name, revoked ones last.
    public ObservableList<KioskView> kiosks() {
        return kiosks;
    }

    public ObservableList<Room> rooms() {
        return rooms;
    }

    /// The kiosk that may be revoked; null where nothing is asked.
    public ReadOnlyObjectProperty<@Nullable Kiosk> asking() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    @Override
    public void close() {
        TaskRunner.Scheduled pending = next;
        next = null;
        if (pending != null) {
            pending.cancel();
        }
    }

    private interface Change {
        void under(org.seatside.model.id.CommandId id) throws NodeException;
    }

    private record Answer(List<KioskView> kiosks, List<Room> rooms) {}

    private record Moving(Kiosk kiosk, KioskRoom place) {}
}
