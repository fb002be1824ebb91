package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Topic;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Building;
import org.seatside.model.roster.Seat;

/// Changes to where things are.
@JsonSubTypes({
    @JsonSubTypes.Type(value = PlaceChange.SaveBuilding.class, name = "save-building"),
    @JsonSubTypes.Type(value = PlaceChange.SaveSeat.class, name = "save-seat"),
    @JsonSubTypes.Type(value = PlaceChange.SeatKiosk.class, name = "seat-kiosk"),
    @JsonSubTypes.Type(value = PlaceChange.RenameKiosk.class, name = "rename-kiosk"),
    @JsonSubTypes.Type(value = PlaceChange.Reorder.class, name = "reorder"),
    @JsonSubTypes.Type(value = PlaceChange.Delete.class, name = "delete")
})
public sealed interface PlaceChange extends Change {
    /// Adds or replaces. Conflict NAME_TAKEN. Rooms whose free text names the building belong to it from then
    /// on.
    record SaveBuilding(Building building) implements PlaceChange {}

    /// Adds or replaces. Conflict NAME_TAKEN where the room has another seat of that label.
    record SaveSeat(Seat seat) implements PlaceChange {}

    /// Conflict UNKNOWN_REFERENCE also where the seat is in another room.
    record SeatKiosk(
            KioskId kiosk, @Nullable RoomId room, @Nullable SeatId seat) implements PlaceChange {}

    /// Conflict NAME_TAKEN.
    record RenameKiosk(KioskId kiosk, String name) implements PlaceChange {}

    /// The entries' places in lists are those in this one; entries that are not named keep theirs.
    record Reorder(Topic topic, List<UUID> ids) implements PlaceChange {}

    /// Takes an entry away, of any topic that has such a thing. Conflict IN_USE where anything refers to it.
    record Delete(Topic topic, UUID id) implements PlaceChange {
        @Override
        public String subject() {
            return id.toString();
        }

        @Override
        public String detail() {
            return topic.name();
        }
    }
}
