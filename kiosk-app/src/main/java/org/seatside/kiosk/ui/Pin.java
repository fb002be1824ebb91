package org.seatside.kiosk.ui;

import java.time.Duration;
import java.time.Instant;

/// What a screen that asks for a PIN knows of the tries before.
///
/// @param wrong whether the last was wrong
/// @param pause how long nobody may try again, from the last try on; zero for not at all
/// @param until when that is over, by the kiosk's own clock
record Pin(boolean wrong, Duration pause, Instant until) {
    /// Nothing was tried.
    static final Pin FIRST = new Pin(false, Duration.ZERO, Instant.MIN);

    /// A node that asks for longer wants staff to set a new PIN.
    private static final Duration LOCKED = Duration.ofHours(12);

    static Pin wrong(Instant now, long waitSeconds) {
        Duration pause = Duration.ofSeconds(waitSeconds);
        return new Pin(true, pause, now.plus(pause));
    }

    /// Whether trying now would count as another wrong try.
    boolean waits(Instant now) {
        return now.isBefore(until);
    }

    Phrase headline() {
        if (!wrong) {
            return Phrase.of("outcome.pinNeeded.word");
        }
        if (pause.compareTo(LOCKED) >= 0) {
            return Phrase.of("pin.locked");
        }
        return pause.isZero() ? Phrase.of("pin.wrong") : Phrase.of("pin.wait", pause.toSeconds());
    }
}
