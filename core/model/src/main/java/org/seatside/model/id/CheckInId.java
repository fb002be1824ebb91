package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a check-in, drawn by the kiosk and kept on every resend.
public record CheckInId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CheckInId of(String text) {
        return new CheckInId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
