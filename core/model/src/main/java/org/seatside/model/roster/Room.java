package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// A room in which classes meet.
///
/// @param name never blank, unique
/// @param tag what the institution's own service calls the room (the plaintext of its legacy tag), where it
///     has one
public record Room(
        RoomId id,
        String name,
        String building,
        String floor,
        @Nullable String tag) {
    public Room {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A room needs a name");
        }
    }
}
