package org.seatside.service.broken.log;

import java.time.Instant;

/// A state machine that takes its time from the command; its neighbour's clock is not called.
public final class Steady {
    private Instant last = Instant.EPOCH;

    /// Applies.
    public void apply(Instant at) {
        last = Calendar.later(last, at);
    }

    /// The last time applied.
    public Instant last() {
        return last;
    }

    static final class Calendar {
        static Instant later(Instant one, Instant other) {
            return one.isAfter(other) ? one : other;
        }

        static Instant today() {
            return Instant.now();
        }
    }
}
