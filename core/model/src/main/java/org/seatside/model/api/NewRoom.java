package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.BuildingId;

/// A room to add, at the end of the list.
///
/// @param name blank only where `tagCode` is given: the room then takes the tag's own name
/// @param building the building's name; that of `buildingId` where it is given
/// @param tagCode text of the legacy tag as scanned, 32 or 64 hexadecimal digits; null for a room without one
public record NewRoom(
        String name,
        String building,
        String floor,
        @Nullable String tagCode,
        @Nullable String nameEn,
        @Nullable BuildingId buildingId) {
    public NewRoom(String name, String building, String floor, @Nullable String tagCode) {
        this(name, building, floor, tagCode, null, null);
    }
}
