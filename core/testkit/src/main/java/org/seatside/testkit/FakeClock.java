package org.seatside.testkit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicReference;

/// A clock that moves only when a test says so, forwards or, as real ones do, backwards. May be used by any number
/// of threads. Clocks made by [#withZone] show the same time and move with this one.
public final class FakeClock extends Clock {
    private final AtomicReference<Instant> now;
    private final ZoneId zone;

    /// Stands at an instant, in UTC.
    public FakeClock(Instant start) {
        this(new AtomicReference<>(start), ZoneOffset.UTC);
    }

    private FakeClock(AtomicReference<Instant> now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    /// Stands at an instant in ISO 8601, such as `2026-03-02T00:00:00Z`.
    public static FakeClock at(String instant) {
        return new FakeClock(Instant.parse(instant));
    }

    /// Moves by a duration; a negative one moves backwards.
    ///
    /// @return the time after the move
    public Instant advance(Duration step) {
        return now.updateAndGet(it -> it.plus(step));
    }

    /// Jumps to an instant.
    public void set(Instant instant) {
        now.set(instant);
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        return new FakeClock(now, other);
    }
}
