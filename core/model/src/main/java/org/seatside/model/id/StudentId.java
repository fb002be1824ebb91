package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a student.
public record StudentId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static StudentId of(String text) {
        return new StudentId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
