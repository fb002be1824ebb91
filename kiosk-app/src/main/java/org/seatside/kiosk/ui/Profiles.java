package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;
import org.seatside.fx.Theme;
import org.seatside.model.attendance.Profile;

/// From what was agreed with a student to how the kiosk looks, sounds and waits.
final class Profiles {
    private Profiles() {}

    /// The settings of this moment, changed where the profile asks for something. Nothing that the student has
    /// just set by hand becomes less.
    static VisitSettings over(VisitSettings now, Profile profile) {
        VisitSettings met = now.withTextScale(Math.clamp(profile.textPercent() / 100.0, now.textScale(), 4))
                .withSpeech(now.speech() || profile.speech())
                .withTimeFactor(Math.clamp(profile.timePercent() / 100.0, now.timeFactor(), VisitSettings.LONGEST))
                .withNameShown(Duration.ofMillis(
                        VisitSettings.NAME_SHOWN.toMillis() * Math.max(100, profile.timePercent()) / 100));
        if (profile.dwellMillis() > 0) {
            met = met.withOperation(Operation.DWELL, Duration.ofMillis(profile.dwellMillis()));
        }
        return met.withTheme(theme(profile.theme(), met.theme())).withLanguage(language(profile, met.language()));
    }

    private static Theme theme(Profile.@Nullable Theme wanted, Theme usual) {
        return switch (wanted) {
            case null -> usual;
            case LIGHT -> Theme.LIGHT;
            case DARK -> Theme.DARK;
            case WHITE_ON_BLACK -> Theme.WHITE_ON_BLACK;
            case BLACK_ON_WHITE -> Theme.BLACK_ON_WHITE;
            case YELLOW_ON_BLACK -> Theme.YELLOW_ON_BLACK;
        };
    }

    /// Another language than the kiosk has is its own.
    private static Locale language(Profile profile, Locale usual) {
        String wanted = profile.language();
        if (wanted == null) {
            return usual;
        }
        Locale locale = Locale.of(Locale.forLanguageTag(wanted).getLanguage());
        return Messages.LANGUAGES.contains(locale) ? locale : usual;
    }
}
