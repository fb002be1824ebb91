package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;

/// A kiosk at a seat.
///
/// @param room where it stands; null for a kiosk on wheels, which learns the room from a room code at each
///     visit
/// @param publicKey the device key as X.509 SubjectPublicKeyInfo in Base64; null until the kiosk has paired
/// @param seat the seat of its room at which it stands; null where nobody said
public record Kiosk(
        KioskId id,
        String name,
        @Nullable RoomId room,
        @Nullable String publicKey,
        boolean revoked,
        @Nullable SeatId seat) {
    /// One of which nobody knows the seat.
    public Kiosk(KioskId id, String name, @Nullable RoomId room, @Nullable String publicKey, boolean revoked) {
        this(id, name, room, publicKey, revoked, null);
    }

    public boolean paired() {
        return publicKey != null && !revoked;
    }
}
