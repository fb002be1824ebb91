package org.seatside.model.attendance;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A moment as a kiosk saw it.
///
/// @param wall the kiosk's own clock
/// @param monotonicNanos the kiosk's monotonic clock: orders moments within one epoch even when the wall clock
///     jumps
/// @param offsetMillis node clock minus kiosk clock when last measured; null where never measured in this epoch
/// @param uncertaintyMillis half the round trip of that measurement plus drift since, at least 0; null like
///     the offset
public record KioskTime(
        Instant wall,
        long monotonicNanos,
        @Nullable Long offsetMillis,
        @Nullable Long uncertaintyMillis) {
    /// The moment on the node's clock, as well as it is known.
    public Instant corrected() {
        return offsetMillis == null ? wall : wall.plusMillis(offsetMillis);
    }

    /// How far [#corrected] may be off; an hour where the offset was never measured.
    public Duration uncertainty() {
        return uncertaintyMillis == null ? Duration.ofHours(1) : Duration.ofMillis(uncertaintyMillis);
    }
}
