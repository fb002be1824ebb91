package org.seatside.admin.room;

import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.Dependence;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.PlaceCalls;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.Topic;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;

/// One room: what it is called and where it is, and the accessible seats in it with what somebody who sits there
/// can reach.
public final class RoomDetailsViewModel {
    private static final int HIGHEST = 300;

    private final NodeLink link;
    private final Room room;
    private final ObservableList<Building> buildings;
    private final PlaceCalls places;
    private final EntryList<Seat> seats;

    /// @param buildings to choose from
    public RoomDetailsViewModel(NodeLink link, Room room, ObservableList<Building> buildings) {
        this.link = link;
        this.room = room;
        this.buildings = buildings;
        this.places = link.client().places();
        this.seats = new EntryList<>(
                link,
                () -> places.seats(room.id()),
                Seat::label,
                new Dependence<>(
                        link,
                        Topic.SEATS,
                        it -> it.id().value(),
                        Seat::label,
                        (it, id) -> places.deleteSeat(it.id(), id)));
    }

    /// Name and place. A room never loses its name.
    EntryForm<Room> form(Consumer<Room> saved) {
        Typed<String> name = Typed.needed("room.name.field", null).with(room.name());
        Typed<@Nullable String> english =
                Typed.optional("catalogue.nameEn", null).with(room.nameEn());
        Picked<Building> building =
                new Picked<>("room.building.field", null, "room.building.none", buildings, (it, _) -> it.name());
        buildings.stream()
                .filter(it -> it.id().equals(room.buildingId()))
                .findFirst()
                .ifPresent(building::with);
        Typed<@Nullable String> floor = Typed.optional("room.floor.field", null).with(room.floor());
        return new EntryForm<>(
                        link,
                        List.of(name, english, building, floor),
                        () -> new Room(
                                room.id(),
                                name.value(),
                                building.picked()
                                        .map(Building::name)
                                        .orElse(room.buildingId() == null ? room.building() : ""),
                                Objects.requireNonNullElse(floor.value(), ""),
                                room.tag(),
                                english.value(),
                                building.picked().map(Building::id).orElse(null)),
                        places::changeRoom,
                        saved)
                .refused("name-taken", name, "room.name.taken")
                .refused("name-needed", name, "name.refused");
    }

    /// A form for a seat.
    ///
    /// @param seat null for a new one
    EntryForm<NewSeat> seat(@Nullable Seat seat) {
        Typed<String> label = Typed.needed("seat.label", "seat.label.hint");
        Picked<Seat.Reach> reach = new Picked<>(
                "seat.reach",
                "seat.reach.hint",
                null,
                List.of(Seat.Reach.values()),
                (it, messages) -> messages.now(word(it)));
        Typed<@Nullable Integer> height = Typed.wholeOrNone("seat.height", "seat.unmeasured", 0, HIGHEST);
        Typed<@Nullable Integer> knee = Typed.wholeOrNone("seat.knee", "seat.unmeasured", 0, HIGHEST);
        reach.with(Seat.Reach.BOTH);
        if (seat != null) {
            label.with(seat.label());
            reach.with(seat.reach());
            height.with(seat.heightCm());
            knee.with(seat.kneeCm());
        }
        EntryForm<?>[] self = new EntryForm<?>[1];
        EntryForm<NewSeat> form = new EntryForm<>(
                link,
                List.of(label, reach, height, knee),
                () -> new NewSeat(label.value(), height.value(), reach.one(), knee.value()),
                (it, id) -> {
                    if (seat == null) {
                        places.addSeat(room.id(), it, id);
                    } else {
                        places.changeSeat(
                                new Seat(seat.id(), room.id(), it.label(), it.heightCm(), it.reach(), it.kneeCm()), id);
                    }
                },
                it -> {
                    if (seat == null) {
                        self[0].reset();
                    }
                    seats.changed(Notice.done("seat.saved", it.label()));
                });
        self[0] = form;
        return form.refused("label-taken", label, "seat.label.taken").refused("name-taken", label, "seat.label.taken");
    }

    static String word(Seat.Reach reach) {
        return switch (reach) {
            case LEFT -> "seat.reach.left";
            case RIGHT -> "seat.reach.right";
            case BOTH -> "seat.reach.both";
        };
    }

    Room room() {
        return room;
    }

    public EntryList<Seat> seats() {
        return seats;
    }
}
