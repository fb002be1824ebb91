package org.seatside.kiosk.voice;

/// What an outcome sounds like. None of them names anybody.
///
/// @see ToneOutput
public enum Tone {
    /// Two notes up: it counted.
    RISING,
    /// Three notes up: it counted, late.
    RISING_LATE,
    /// The same note twice: it had counted before.
    TWICE,
    /// Two notes down: it did not count.
    FALLING,
    /// One note: something more is needed.
    ASKING
}
