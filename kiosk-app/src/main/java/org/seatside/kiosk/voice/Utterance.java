package org.seatside.kiosk.voice;

import java.util.Locale;

/// Something to be said.
///
/// @param language of the text, Korean or English
/// @param loudness 1 to [#LOUDEST]
public record Utterance(String text, Locale language, int loudness) {
    public static final int LOUDEST = 10;

    /// Without the text, which may name somebody.
    @Override
    public String toString() {
        return "Utterance[" + text.length() + " characters, " + language + "]";
    }
}
