package org.seatside.model.id;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies the account of a member of staff.
public record AccountId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static AccountId of(String text) {
        return new AccountId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
