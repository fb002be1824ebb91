package org.seatside.model.roster;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;

/// An accessible seat, as whoever stands a kiosk there and whoever sits there needs to know it.
///
/// @param label what it is called in its room, such as "A-1"; never blank, unique in the room
/// @param heightCm of the desk above the floor, in centimetres; null where not measured
/// @param reach the side from which the desk is reached
/// @param kneeCm clear height below the desk, in centimetres; null where not measured
public record Seat(
        SeatId id,
        RoomId room,
        String label,
        @Nullable Integer heightCm,
        Reach reach,
        @Nullable Integer kneeCm) {
    public Seat {
        if (label.isBlank()) {
            throw new IllegalArgumentException("A seat needs a label");
        }
    }

    /// From which side somebody seated reaches what stands on the desk.
    public enum Reach {
        LEFT,
        RIGHT,
        BOTH
    }
}
