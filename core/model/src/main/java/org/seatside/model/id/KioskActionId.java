package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies something that a kiosk was asked to do.
public record KioskActionId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static KioskActionId of(String text) {
        return new KioskActionId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
