package org.seatside.model.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One of the own sessions.
///
/// @param usedAt to within five minutes
/// @param from address it was opened from
/// @param program that opened it, as it calls itself
/// @param current whether it is the one that asks
public record SessionView(
        UUID id,
        Instant openedAt,
        Instant usedAt,
        Instant expiresAt,
        @Nullable String from,
        @Nullable String program,
        boolean current) {}
