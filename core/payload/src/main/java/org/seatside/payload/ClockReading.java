package org.seatside.payload;

import java.time.Duration;
import java.time.Instant;

/// The span of time it may be now, in whole seconds since 1970.
///
/// @param earliest included
/// @param latest included
/// @param certain the span is a point
record ClockReading(long earliest, long latest, boolean certain) {
    /// Up to here a clock counts as right: the slot window forgives a whole slot either way.
    static final Duration TOLERATED = Duration.ofSeconds(5);

    /// As good as not knowing the time at all.
    private static final Duration UNKNOWN = Duration.ofDays(100 * 366L);

    static ClockReading of(Instant now, Duration uncertainty) {
        long second = now.getEpochSecond();
        if (!uncertainty.isNegative() && uncertainty.compareTo(TOLERATED) <= 0) {
            return new ClockReading(second, second, true);
        }
        Duration bounded = uncertainty.isNegative() || uncertainty.compareTo(UNKNOWN) > 0 ? UNKNOWN : uncertainty;
        long margin = bounded.getSeconds() + (bounded.getNano() > 0 ? 1 : 0);
        return new ClockReading(second - margin, second + margin, false);
    }
}
