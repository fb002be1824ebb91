package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.BuildingId;
import org.seatside.model.id.RoomId;

/// A room in which classes meet.
///
/// @param name never blank, unique
/// @param building the building's name, as free text where `buildingId` is null
/// @param tag what the institution's own service calls the room (the plaintext of its legacy tag), where it
///     has one
/// @param nameEn in English; null where nobody gave one
/// @param buildingId null where the building is not kept as one
public record Room(
        RoomId id,
        String name,
        String building,
        String floor,
        @Nullable String tag,
        @Nullable String nameEn,
        @Nullable BuildingId buildingId) {
    public Room {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A room needs a name");
        }
    }

    /// One of which only this much is known.
    public Room(RoomId id, String name, String building, String floor, @Nullable String tag) {
        this(id, name, building, floor, tag, null, null);
    }
}
