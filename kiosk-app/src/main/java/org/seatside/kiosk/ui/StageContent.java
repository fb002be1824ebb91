package org.seatside.kiosk.ui;

import java.util.List;

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
    ///
    /// @param trace by which staff find what did not count; empty for none
    record Result(OutcomePresentation outcome, String trace) implements StageContent {}

    /// Something to type, and its keys.
    ///
    /// @param hidden whether what is typed is shown as dots
    record Keypad(Phrase headline, boolean hidden) implements StageContent {}

    /// What the visitor can set.
    record Adjust() implements StageContent {}

    /// What staff can look at and set.
    record Staff() implements StageContent {}

    /// Something to be told, with nothing to do but read and leave.
    record Notice(Role role, String icon, Phrase headline, List<Phrase> sentences) implements StageContent {}
}
