package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a room.
public record RoomId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RoomId of(String text) {
        return new RoomId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
