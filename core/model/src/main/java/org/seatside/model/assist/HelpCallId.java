package org.seatside.model.assist;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a call for help.
public record HelpCallId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HelpCallId of(String text) {
        return new HelpCallId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
