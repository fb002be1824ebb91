package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.UUID;

/// Identifies a check-in, drawn by the kiosk and kept on every resend.
public record CheckInId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static CheckInId of(String text) {
        return new CheckInId(UUID.fromString(text));
    }

    /// What a screen shows of it, for people to tell others: its last eight digits in capitals, all of them random.
    public String trace() {
        return HexFormat.of().withUpperCase().toHexDigits((int) value.getLeastSignificantBits());
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
