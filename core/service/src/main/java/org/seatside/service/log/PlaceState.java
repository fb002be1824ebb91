package org.seatside.service.log;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Seat;

/// What [PlaceChange]s write and look up; as [StateTransaction], of which it is a part.
public interface PlaceState {
    boolean saveBuilding(Building building);

    /// Rooms that belong to no building and whose free text is this one's name belong to it.
    void adoptRooms(Building building);

    boolean exists(BuildingId building);

    boolean saveSeat(Seat seat);

    Optional<Seat> seat(SeatId seat);

    void reorder(Topic topic, List<UUID> ids);

    /// Whether anything refers to an entry.
    boolean inUse(Topic topic, UUID id);

    void delete(Topic topic, UUID id);
}
