package org.seatside.kiosk.checkin;

/// What came of a PIN that was typed.
public sealed interface PinAnswer {
    /// It is the student's.
    ///
    /// @param proof the node's word for it, for the check-in
    record Right(String proof) implements PinAnswer {
        @Override
        public String toString() {
            return "Right[]";
        }
    }

    /// It is not, or the number is nobody's: nobody is told which.
    ///
    /// @param waitSeconds how long nobody may try again with this number; 0 for not at all
    record Wrong(long waitSeconds) implements PinAnswer {}

    /// No node could be asked.
    record Unchecked() implements PinAnswer {}
}
