package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a command; resending under the same id changes nothing twice.
public record CommandId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CommandId of(String text) {
        return new CommandId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
