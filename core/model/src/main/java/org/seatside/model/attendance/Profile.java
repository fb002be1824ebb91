package org.seatside.model.attendance;

import org.jspecify.annotations.Nullable;

/// How a screen meets one student: what was agreed with the student, as far as a kiosk has to know it. Holds needs
/// and preferences, nobody's name and no reason. A kiosk applies it silently to the visit it came with, keeps it in
/// memory only, and forgets it when the visit ends.
///
/// @param textPercent size of texts, 100 to 200
/// @param speech whether what the screen says is also spoken
/// @param theme null for the kiosk's own
/// @param timePercent how long the screen waits before it moves on or takes something back, 100 to 500
/// @param dwellMillis how long a finger or pointer rests on a control before that counts as pressed, 0 to 5000; 0
///     for at once
/// @param language BCP 47, such as `ko` or `en`; null for the kiosk's own
public record Profile(
        int textPercent,
        boolean speech,
        @Nullable Theme theme,
        int timePercent,
        int dwellMillis,
        @Nullable String language) {
    /// What holds for everybody: nothing changes.
    public static final Profile PLAIN = new Profile(100, false, null, 100, 0, null);

    /// The looks a kiosk has.
    public enum Theme {
        LIGHT,
        DARK,
        WHITE_ON_BLACK,
        BLACK_ON_WHITE,
        YELLOW_ON_BLACK
    }
}
