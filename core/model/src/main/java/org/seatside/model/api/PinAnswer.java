package org.seatside.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/// Whether a PIN was right.
///
/// @param waitSeconds how long nobody may try again with this number; 0 for not at all
/// @param proof goes into the check-in: good for this number, from the kiosk that asked, for an hour; null where the
///     PIN was wrong
public record PinAnswer(
        boolean right, long waitSeconds, @Nullable String proof) {
    @JsonCreator
    public PinAnswer {}

    /// Wrong, or right without saying so to a check-in.
    public PinAnswer(boolean right, long waitSeconds) {
        this(right, waitSeconds, null);
    }

    @Override
    public String toString() {
        return "PinAnswer[right=" + right + ", waitSeconds=" + waitSeconds + "]";
    }
}
