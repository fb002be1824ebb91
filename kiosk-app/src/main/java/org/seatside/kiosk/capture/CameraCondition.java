package org.seatside.kiosk.capture;

/// What the camera is worth to somebody who holds up a code.
public enum CameraCondition {
    /// It opens, or somebody opens it.
    STARTING(true),
    FINE(true),
    /// A picture in which a code can hardly be read, for want of light.
    TOO_DARK(true),
    /// A code is there, too small to be read.
    COME_CLOSER(true),
    /// A code is there, blurred.
    HOLD_STILL(true),
    /// A part of a code is there.
    TO_THE_MIDDLE(true),
    /// Nothing is plugged in, or not what is asked for.
    MISSING(false),
    /// Another program has it.
    BUSY(false),
    /// This program may not use it.
    DENIED(false),
    /// It is open, but sends nothing.
    SILENT(false),
    /// Every picture is black.
    BLACK(false),
    /// The same picture, to the last bit, for two seconds.
    FROZEN(false),
    /// Something lies on it: one even colour.
    COVERED(false),
    /// It cannot work here.
    UNUSABLE(false);

    private final boolean works;

    CameraCondition(boolean works) {
        this.works = works;
    }

    /// Whether a code that is held up can be read, now or in a moment.
    public boolean works() {
        return works;
    }

    /// Whether it tells who holds a code how to hold it.
    public boolean advice() {
        return this == TOO_DARK || this == COME_CLOSER || this == HOLD_STILL || this == TO_THE_MIDDLE;
    }
}
