package org.seatside.model.attendance;

/// How a student was identified.
public enum Identification {
    /// A signed pass shown to the camera or read by a scanner.
    PASS,
    /// The student number in a code: a student card.
    NUMBER_CODE,
    /// The student number typed.
    NUMBER_TYPED
}
