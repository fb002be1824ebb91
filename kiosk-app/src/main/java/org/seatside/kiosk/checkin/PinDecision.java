package org.seatside.kiosk.checkin;

/// What a visit comes to once a PIN was typed.
public sealed interface PinDecision {
    /// The visit goes on.
    record Decided(Decision decision) implements PinDecision {}

    /// Once more.
    ///
    /// @param waitSeconds how long nobody may try again; 0 for not at all
    record Again(long waitSeconds) implements PinDecision {}
}
