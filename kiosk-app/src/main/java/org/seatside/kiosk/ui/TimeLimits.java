package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.Optional;
import org.seatside.fx.Messages;

/// How long the kiosk waits for its visitor in each state, before a profile makes it longer.
final class TimeLimits {
    /// The last part of every wait is counted down on the screen (KS X 9211: at least 20 s).
    static final Duration WARNED = Duration.ofSeconds(20);

    /// Of what needs typing or finding a card.
    static final Duration USUAL = Duration.ofSeconds(60);

    /// After this without anybody, language and text size are as configured again.
    static final Duration VISIT = Duration.ofSeconds(60);

    private static final Duration STAFF = Duration.ofMinutes(5);

    private TimeLimits() {}

    /// Of an outcome: long enough to be read slowly (2 s, and 0.12 s a character; twice that where it is
    /// spoken or
    /// large), and then the seconds that are counted down.
    static Duration reading(OutcomePresentation shown, Messages messages, VisitSettings visitor) {
        int characters = shown.where().length()
                + shown.speech().stream()
                        .mapToInt(phrase -> phrase.in(messages).length())
                        .sum();
        double slower = visitor.speech() || visitor.textScale() > 1 ? 2 : 1;
        return WARNED.plusMillis(Math.round((2_000 + 120L * characters) * slower));
    }

    /// Of what is not an outcome; empty where nobody is waited for.
    ///
    /// @param help how far a call has come
    /// @param changed whether the visitor changed how the kiosk looks or sounds
    static Optional<Duration> of(KioskState state, HelpStage help, boolean changed) {
        return switch (state) {
            case KioskState.AskingNumber _,
                    KioskState.AskingPin _,
                    KioskState.AskingRoom _,
                    KioskState.AskingStudent _,
                    KioskState.Adjusting _,
                    KioskState.Inspected _,
                    KioskState.AskingStaffCode _ -> Optional.of(USUAL);
            case KioskState.CallingHelp _ -> Optional.of(help == HelpStage.DONE ? USUAL : STAFF);
            case KioskState.StaffSettings _ -> Optional.of(STAFF);
            case KioskState.Idle _, KioskState.OutOfOrder _ -> changed ? Optional.of(VISIT) : Optional.empty();
            case KioskState.Starting _, KioskState.Reading _, KioskState.Checking _, KioskState.ShowingOutcome _ ->
                Optional.empty();
        };
    }
}
