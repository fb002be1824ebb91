package org.seatside.kiosk.ui;

/// How somebody presses what is on the screen.
public enum Operation {
    /// Touch, pointer, arrows, Tab and Enter, the number keys.
    DIRECT,
    /// One switch: the choice moves on by itself, the switch takes it.
    ONE_SWITCH,
    /// Two switches: one moves the choice on, the other takes it.
    TWO_SWITCHES,
    /// A pointer that rests on something presses it.
    DWELL
}
