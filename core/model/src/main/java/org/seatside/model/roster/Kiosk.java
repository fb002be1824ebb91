package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// A kiosk at a seat.
///
/// @param room where it stands; null for a kiosk on wheels, which learns the room from a room code at each
///     visit
/// @param publicKey the device key as X.509 SubjectPublicKeyInfo in Base64; null until the kiosk has paired
public record Kiosk(
        KioskId id,
        String name,
        @Nullable RoomId room,
        @Nullable String publicKey,
        boolean revoked) {
    public boolean paired() {
        return publicKey != null && !revoked;
    }
}
