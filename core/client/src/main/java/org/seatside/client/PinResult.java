package org.seatside.client;

/// What a node says to a PIN typed at a kiosk.
public sealed interface PinResult {
    /// It is the student's.
    ///
    /// @param proof goes into the check-in, see [org.seatside.model.attendance.CheckIn#pin]
    record Right(String proof) implements PinResult {
        @Override
        public String toString() {
            return "Right[]";
        }
    }

    /// It is not, or nobody has this number, or its student has no PIN: the three look alike.
    ///
    /// @param waitSeconds how long nobody may try again with this number; 0 for not at all
    record Wrong(long waitSeconds) implements PinResult {}

    /// No node answered in time: the check-in goes with [org.seatside.model.attendance.CheckIn#PIN_UNCHECKED].
    record Unchecked() implements PinResult {}
}
