package org.seatside.kiosk.ui;

/// What fills the middle of the screen.
sealed interface StageContent {
    /// The camera's picture, and beside it what to do.
    ///
    /// @param icon name in the Material Design icon set
    /// @param where a room and what meets there; empty for none
    /// @param cameraWorks whether there is a picture
    record Camera(String icon, Phrase headline, String where, Phrase sentence, boolean cameraWorks)
            implements StageContent {}

    /// An outcome, as large as it goes.
    record Result(OutcomePresentation outcome) implements StageContent {}

    /// The number and its keys.
    record Keypad() implements StageContent {}

    /// Nobody can be served here.
    ///
    /// @param remedy where to go instead
    record Closed(String icon, Phrase headline, Phrase remedy) implements StageContent {}
}
