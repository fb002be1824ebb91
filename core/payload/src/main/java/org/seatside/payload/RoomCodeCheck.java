package org.seatside.payload;

/// What came of checking a room code.
public sealed interface RoomCodeCheck {
    /// Signed by this campus.
    record Valid(RoomCode code) implements RoomCodeCheck {}

    /// Not to be believed.
    record Rejected(Reason reason) implements RoomCodeCheck {}
}
