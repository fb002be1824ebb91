package org.seatside.model.api;

import java.time.Instant;

/// A kiosk's access for a few minutes.
///
/// @param now the node's clock, for the offset
public record KioskToken(String token, Instant expiresAt, Instant now) {
    @Override
    public String toString() {
        return "KioskToken[expiresAt=" + expiresAt + "]";
    }
}
