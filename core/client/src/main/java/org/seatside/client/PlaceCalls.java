package org.seatside.client;

import com.fasterxml.jackson.core.type.TypeReference;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.seatside.model.api.Dependents;
import org.seatside.model.api.KioskName;
import org.seatside.model.api.KioskSeat;
import org.seatside.model.api.NewBuilding;
import org.seatside.model.api.NewSeat;
import org.seatside.model.api.Order;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.RoomWarning;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Seat;

/// Buildings, rooms, seats and where kiosks stand, over [NodeClient]. What something refers to is not deleted:
/// the node answers CONFLICT, and [#dependents] says what does.
public final class PlaceCalls {
    private final NodeClient node;

    PlaceCalls(NodeClient node) {
        this.node = node;
    }

    /// In their order.
    public Page<Building> buildings() throws NodeException {
        return node.read(Call.get(Paths.BUILDINGS), new TypeReference<>() {});
    }

    public Building addBuilding(NewBuilding building, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.BUILDINGS, building, id), new TypeReference<>() {});
    }

    public Building changeBuilding(Building building, CommandId id) throws NodeException {
        return node.read(
                Call.change("PUT", Paths.BUILDINGS + "/" + building.id(), building, id), new TypeReference<>() {});
    }

    public void deleteBuilding(BuildingId building, CommandId id) throws NodeException {
        node.change("DELETE", Paths.BUILDINGS + "/" + building, null, id);
    }

    public Room changeRoom(Room room, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.ROOMS + "/" + room.id(), room, id), new TypeReference<>() {});
    }

    public void deleteRoom(RoomId room, CommandId id) throws NodeException {
        node.change("DELETE", Paths.ROOMS + "/" + room, null, id);
    }

    /// In their order.
    public List<Seat> seats(RoomId room) throws NodeException {
        return node.read(Call.get(Paths.ROOMS + "/" + room + "/seats"), new TypeReference<>() {});
    }

    public Seat addSeat(RoomId room, NewSeat seat, CommandId id) throws NodeException {
        return node.read(Call.change("POST", Paths.ROOMS + "/" + room + "/seats", seat, id), new TypeReference<>() {});
    }

    public Seat changeSeat(Seat seat, CommandId id) throws NodeException {
        return node.read(Call.change("PUT", Paths.SEATS + "/" + seat.id(), seat, id), new TypeReference<>() {});
    }

    public void deleteSeat(SeatId seat, CommandId id) throws NodeException {
        node.change("DELETE", Paths.SEATS + "/" + seat, null, id);
    }

    public void seatKiosk(KioskId kiosk, KioskSeat seat, CommandId id) throws NodeException {
        node.change("PUT", Paths.KIOSKS + "/" + kiosk + "/seat", seat, id);
    }

    public void renameKiosk(KioskId kiosk, KioskName name, CommandId id) throws NodeException {
        node.change("PUT", Paths.KIOSKS + "/" + kiosk + "/name", name, id);
    }

    /// @param topic BUILDINGS, ROOMS or SEATS
    public void reorder(Topic topic, Order order, CommandId id) throws NodeException {
        node.change("PUT", path(topic) + "/order", order, id);
    }

    /// What refers to an entry.
    public Dependents dependents(Topic topic, UUID entry) throws NodeException {
        return node.read(Call.get(path(topic) + "/" + entry + "/dependents"), new TypeReference<>() {});
    }

    /// Classes with students that meet in the next days where no kiosk works, the soonest first.
    public List<RoomWarning> warnings(int days) throws NodeException {
        return node.read(
                Call.get(Call.query(Paths.ROOMS + "/warnings", Map.of("days", days))), new TypeReference<>() {});
    }

    private static String path(Topic topic) {
        return switch (topic) {
            case BUILDINGS -> Paths.BUILDINGS;
            case ROOMS -> Paths.ROOMS;
            case SEATS -> Paths.SEATS;
            case TERMS -> Paths.TERMS;
            case DEPARTMENTS -> Paths.DEPARTMENTS;
            case COURSES -> Paths.COURSES;
            case LECTURERS -> Paths.LECTURERS;
            case SECTIONS -> Paths.SECTIONS;
            case MEETINGS -> Paths.MEETINGS;
            default -> throw new IllegalArgumentException("Nothing is kept under " + topic);
        };
    }
}
