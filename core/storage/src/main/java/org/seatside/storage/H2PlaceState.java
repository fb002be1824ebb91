package org.seatside.storage;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Seat;
import org.seatside.service.log.PlaceState;

/// Writes of places on the writer's connection.
final class H2PlaceState implements PlaceState {
    private final Statements statements;

    H2PlaceState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean saveBuilding(Building building) {
        return statements.save(
                "update building set name = ?, name_en = ? where id = ?",
                "insert into building (name, name_en, id) values (?, ?, ?) on conflict do nothing",
                building.name(),
                building.nameEn(),
                building.id());
    }

    @Override
    public void adoptRooms(Building building) {
        statements.update(
                "update room set building_id = ? where building_id is null and building = ?",
                building.id(),
                building.name());
    }

    @Override
    public boolean exists(BuildingId building) {
        return statements.any("select 1 from building where id = ?", building);
    }

    @Override
    public boolean saveSeat(Seat seat) {
        return statements.save(
                "update seat set room = ?, label = ?, height_cm = ?, reach = ?, knee_cm = ? where id = ?",
                "insert into seat (room, label, height_cm, reach, knee_cm, id) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                seat.room(),
                seat.label(),
                seat.heightCm(),
                seat.reach(),
                seat.kneeCm(),
                seat.id());
    }

    @Override
    public Optional<Seat> seat(SeatId seat) {
        return statements.first("select " + Rows.SEAT + " from seat where id = ?", Rows::seat, seat);
    }

    @Override
    public void reorder(Topic topic, List<UUID> ids) {
        String table = switch (topic) {
            case BUILDINGS -> "building";
            case ROOMS -> "room";
            case SEATS -> "seat";
            default -> throw new IllegalArgumentException("No order of " + topic);
        };
        for (int at = 0; at < ids.size(); at++) {
            statements.update("update " + table + " set ordinal = ? where id = ?", at, ids.get(at));
        }
    }

    @Override
    public boolean inUse(Topic topic, UUID id) {
        return References.any(statements, topic, id);
    }

    @Override
    public void delete(Topic topic, UUID id) {
        References.delete(statements, topic, id);
    }
}
