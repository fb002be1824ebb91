package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.Locale;
import org.seatside.fx.Theme;

/// How the kiosk looks, sounds and waits for the visitor of this moment. Gone with the visit.
///
/// @param textScale 1 is 100 %
/// @param speech whether every state is spoken
/// @param timeFactor by which every time-out is longer, 1 to 10
/// @param lowReach whether all that can be pressed is in the bottom third
/// @param steadyHands whether the same key or button twice within half a second counts once
/// @param operation how things are pressed
/// @param pace of the choice that moves by itself, and of a pointer that rests
/// @param nameShown how long a masked name stays on the screen
public record VisitSettings(
        Locale language,
        Theme theme,
        double textScale,
        boolean speech,
        double timeFactor,
        boolean lowReach,
        boolean steadyHands,
        Operation operation,
        Duration pace,
        Duration nameShown) {
    /// How long a masked name stays where no profile says otherwise.
    public static final Duration NAME_SHOWN = Duration.ofSeconds(3);

    /// Of the choice that moves by itself.
    public static final Duration PACE = Duration.ofSeconds(2);

    /// WCAG 2.2.1 asks for ten times the usual time.
    public static final double LONGEST = 10;

    public VisitSettings {
        if (!(timeFactor >= 1 && timeFactor <= LONGEST)) {
            throw new IllegalArgumentException("timeFactor must be 1 to 10");
        }
        if (!(textScale >= 1 && textScale <= 4)) {
            throw new IllegalArgumentException("textScale must be 1 to 4");
        }
    }

    /// As most people want it.
    public static VisitSettings plain(Locale language, Theme theme) {
        return new VisitSettings(language, theme, 1, false, 1, false, false, Operation.DIRECT, PACE, NAME_SHOWN);
    }

    public VisitSettings withLanguage(Locale other) {
        return new VisitSettings(
                other, theme, textScale, speech, timeFactor, lowReach, steadyHands, operation, pace, nameShown);
    }

    public VisitSettings withTheme(Theme other) {
        return new VisitSettings(
                language, other, textScale, speech, timeFactor, lowReach, steadyHands, operation, pace, nameShown);
    }

    public VisitSettings withTextScale(double other) {
        return new VisitSettings(
                language, theme, other, speech, timeFactor, lowReach, steadyHands, operation, pace, nameShown);
    }

    public VisitSettings withSpeech(boolean other) {
        return new VisitSettings(
                language, theme, textScale, other, timeFactor, lowReach, steadyHands, operation, pace, nameShown);
    }

    public VisitSettings withTimeFactor(double other) {
        return new VisitSettings(
                language, theme, textScale, speech, other, lowReach, steadyHands, operation, pace, nameShown);
    }

    public VisitSettings withLowReach(boolean other) {
        return new VisitSettings(
                language, theme, textScale, speech, timeFactor, other, steadyHands, operation, pace, nameShown);
    }

    public VisitSettings withSteadyHands(boolean other) {
        return new VisitSettings(
                language, theme, textScale, speech, timeFactor, lowReach, other, operation, pace, nameShown);
    }

    public VisitSettings withOperation(Operation other, Duration atPace) {
        return new VisitSettings(
                language, theme, textScale, speech, timeFactor, lowReach, steadyHands, other, atPace, nameShown);
    }

    public VisitSettings withNameShown(Duration other) {
        return new VisitSettings(
                language, theme, textScale, speech, timeFactor, lowReach, steadyHands, operation, pace, other);
    }
}
