package org.seatside.service.places;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.seatside.model.api.Topic;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Seat;

/// Reads places from this node's view. Thread-safe; sees all that was applied before the call.
public interface PlaceStore {
    Optional<Building> building(BuildingId id);

    /// All buildings, in their order.
    List<Building> buildings();

    Optional<Seat> seat(SeatId id);

    /// A room's seats, in their order.
    List<Seat> seats(RoomId room);

    /// How many entries of each kind refer to one, without those of which there are none.
    Map<Topic, Long> dependents(Topic topic, UUID id);

    /// Classes that are held between two instants and have students, by room and section, the soonest first.
    List<RoomUse> roomsInUse(Instant from, Instant until);

    /// A section with students that meets in a room.
    ///
    /// @param next start of its first meeting there
    record RoomUse(
            SectionId section,
            String sectionTitle,
            RoomId room,
            String roomName,
            Instant next,
            int meetings,
            int students) {}
}
