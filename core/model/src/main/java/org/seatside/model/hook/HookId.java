package org.seatside.model.hook;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/// Identifies a webhook.
public record HookId(@JsonValue UUID value) {
    /// @throws IllegalArgumentException where the text is not a UUID
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static HookId of(String text) {
        return new HookId(UUID.fromString(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
