package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// A room to add.
///
/// @param name blank only where `tagCode` is given: the room then takes the tag's own name
/// @param tagCode text of the legacy tag as scanned, 32 or 64 hexadecimal digits; null for a room without one
public record NewRoom(
        String name,
        String building,
        String floor,
        @Nullable String tagCode) {}
