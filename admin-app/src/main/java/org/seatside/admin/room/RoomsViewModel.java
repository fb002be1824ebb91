package org.seatside.admin.room;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.api.Page;
import org.seatside.model.roster.Room;

/// All rooms, by building and name.
public final class RoomsViewModel {
    private static final Comparator<Room> ORDER =
            Comparator.comparing(Room::building).thenComparing(Room::floor).thenComparing(Room::name);

    private final NodeLink link;
    private final ObservableList<Room> rooms = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);

    public RoomsViewModel(NodeLink link) {
        this.link = link;
        link.onHealed(() -> {
            if (notice.get() != null || !loaded.get()) {
                load();
            }
        });
    }

    /// Asks for all rooms; there are hundreds at most.
    public void load() {
        busy.set(true);
        link.ask(
                this::all,
                found -> {
                    rooms.setAll(found);
                    loaded.set(true);
                    notice.set(null);
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private List<Room> all() throws NodeException {
        List<Room> found = new ArrayList<>();
        Page<Room> page = link.client().rooms(null);
        found.addAll(page.items());
        while (page.next() != null) {
            page = link.client().rooms(page.next());
            found.addAll(page.items());
        }
        found.sort(ORDER);
        return found;
    }

    /// Puts a room just added into the list without asking again.
    public void note(Room room) {
        rooms.removeIf(it -> it.id().equals(room.id()));
        rooms.add(room);
        rooms.sort(ORDER);
    }

    public NodeLink link() {
        return link;
    }

    public ObservableList<Room> rooms() {
        return rooms;
    }

    /// Whether the node has answered once.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }
}
