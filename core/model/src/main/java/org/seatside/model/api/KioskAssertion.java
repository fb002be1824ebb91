package org.seatside.model.api;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.seatside.model.id.KioskId;

/// Proof that a kiosk holds its device key, good for one token.
///
/// @param at the kiosk's clock corrected by the last measured offset; the node refuses more than 5 minutes off
/// @param nonce 16 random bytes, Base64url; the node refuses one it saw within 10 minutes
/// @param signature Ed25519 over [#signedBytes], Base64
public record KioskAssertion(KioskId kiosk, Instant at, String nonce, String signature) {
    /// What the signature covers: `SEATSIDE-KIOSK-1`, the id, the time in ISO 8601 and the nonce, joined by
    /// newlines.
    public static byte[] signedBytes(KioskId kiosk, Instant at, String nonce) {
        return String.join("\n", "SEATSIDE-KIOSK-1", kiosk.toString(), at.toString(), nonce)
                .getBytes(StandardCharsets.UTF_8);
    }
}
