package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.roster.Kiosk;

/// A kiosk as staff see it.
///
/// @param lastSeen when it last said anything; null where never since the node started
public record KioskView(
        Kiosk kiosk, @Nullable Instant lastSeen, @Nullable KioskState state) {}
