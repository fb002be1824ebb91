package org.seatside.admin.room;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.entry.Deleting;
import org.seatside.admin.entry.Dependence;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.model.api.Order;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Room;

/// All rooms and the buildings they are in, in the order that staff gave them.
public final class RoomsViewModel {
    private final NodeLink link;
    private final ObservableList<Room> rooms = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ObservableList<Building> buildings = FXCollections.observableArrayList();
    private final Deleting<Room> deleting;

    public RoomsViewModel(NodeLink link) {
        this.link = link;
        this.deleting = new Deleting<>(
                link,
                new Dependence<>(
                        link,
                        Topic.ROOMS,
                        it -> it.id().value(),
                        Room::name,
                        (it, id) -> link.client().places().deleteRoom(it.id(), id)),
                room -> {
                    rooms.remove(room);
                    notice.set(Notice.done("entry.deleted", room.name()));
                },
                notice::set);
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
                () -> new Answer(
                        AllPages.of(link.client()::rooms),
                        link.client().places().buildings().items()),
                found -> {
                    buildings.setAll(found.buildings());
                    rooms.setAll(found.rooms());
                    loaded.set(true);
                    notice.set(null);
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// Puts a room just added or changed into the list without asking again.
    public void note(Room room) {
        for (int i = 0; i < rooms.size(); i++) {
            if (rooms.get(i).id().equals(room.id())) {
                rooms.set(i, room);
                return;
            }
        }
        rooms.add(room);
    }

    /// Says this above the list.
    void say(@Nullable Notice now) {
        notice.set(now);
    }

    /// Moves a room up (-1) or down (1) in lists.
    void move(Room room, int by) {
        List<Room> order = new ArrayList<>(rooms);
        int at = order.indexOf(room);
        int to = at + by;
        if (at < 0 || to < 0 || to >= order.size()) {
            return;
        }
        Collections.swap(order, at, to);
        CommandId id = link.client().newCommand();
        Order wanted = new Order(order.stream().map(it -> it.id().value()).toList());
        link.tell(
                () -> link.client().places().reorder(Topic.ROOMS, wanted, id),
                () -> rooms.setAll(order),
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    /// Takes a room away once nothing refers to it.
    Deleting<Room> deleting() {
        return deleting;
    }

    ObservableList<Building> buildings() {
        return buildings;
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

    private record Answer(List<Room> rooms, List<Building> buildings) {}
}
