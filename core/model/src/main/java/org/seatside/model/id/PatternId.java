package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a weekly pattern of meetings.
public record PatternId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static PatternId of(String text) {
        return new PatternId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
