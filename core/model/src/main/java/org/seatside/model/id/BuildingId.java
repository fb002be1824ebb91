package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a building.
public record BuildingId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static BuildingId of(String text) {
        return new BuildingId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
