package org.seatside.model.api;

import java.time.Instant;
import org.seatside.model.id.KioskId;

/// What a new kiosk pairs with, once.
///
/// @param code 8 characters of Crockford's Base32 (40 random bits)
public record KioskInvitation(KioskId kiosk, String code, Instant expiresAt) {
    @Override
    public String toString() {
        return "KioskInvitation[kiosk=" + kiosk + "]";
    }
}
