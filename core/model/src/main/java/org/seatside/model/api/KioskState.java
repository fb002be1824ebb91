package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// What a kiosk says of itself, at least every 30 seconds.
///
/// @param camera constant name of the camera's state: `RUNNING`, `NO_DEVICE`, …
/// @param waiting check-ins in the outbox that were not acknowledged
/// @param refused check-ins in the dead-letter list
/// @param offsetMillis node clock minus kiosk clock; null where not measured
/// @param epoch of the outbox, as in its check-ins; null from a kiosk that does not tell
public record KioskState(
        String version,
        String camera,
        int waiting,
        int refused,
        @Nullable Long offsetMillis,
        @Nullable Long epoch) {}
