package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies an attendance record.
public record AttendanceId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AttendanceId of(String text) {
        return new AttendanceId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
