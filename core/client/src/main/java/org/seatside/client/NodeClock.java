package org.seatside.client;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.KioskTime;

/// How far the kiosk's clock is from the node's, and how sure that is. A measurement is off by at most half its round
/// trip (Cristian 1989), plus 50 ppm since, plus whatever wall clock and monotonic clock disagree since: after a jump
/// or
/// a sleep nobody knows which of them is right. Thread-safe.
final class NodeClock {
    private static final double DRIFT = 50e-6;

    private record Measured(Instant node, Instant wall, long nanos, long roundTrip) {}

    /// When a request went out.
    record Sent(Instant wall, long nanos) {}

    private final InstantSource wall;
    private final LongSupplier nanos;
    private @Nullable Measured best;

    /// @param nanos monotonic, as [System#nanoTime]
    NodeClock(InstantSource wall, LongSupplier nanos) {
        this.wall = wall;
        this.nanos = nanos;
    }

    Sent sent() {
        return new Sent(wall.instant(), nanos.getAsLong());
    }

    /// The node's clock as an answer told it. Kept where it is surer than what was known.
    synchronized void answered(Sent sent, Instant node) {
        long now = nanos.getAsLong();
        long roundTrip = Math.max(0, now - sent.nanos());
        Measured measured = new Measured(node.plusNanos(roundTrip / 2), wall.instant(), now, roundTrip);
        Measured known = best;
        if (known == null || uncertainty(measured).compareTo(uncertainty(known)) <= 0) {
            best = measured;
        }
    }

    private Duration uncertainty(Measured measured) {
        long elapsed = nanos.getAsLong() - measured.nanos();
        long walked = Duration.between(measured.wall(), wall.instant()).toMillis();
        long disagreement = Math.abs(walked - elapsed / 1_000_000);
        long drift = (long) (elapsed * DRIFT);
        // Node clocks tell milliseconds at best: one for the cut, one for ours.
        return Duration.ofNanos(measured.roundTrip() / 2 + drift).plusMillis(disagreement + 2);
    }

    private Instant nodeNow(Measured measured) {
        return measured.node().plusNanos(nanos.getAsLong() - measured.nanos());
    }

    /// The node's clock now, as well as it is known; the kiosk's own where it was never measured.
    synchronized Instant corrected() {
        return best == null ? wall.instant() : nodeNow(best);
    }

    /// Node clock minus kiosk clock; empty where it was never measured.
    synchronized Optional<Duration> offset() {
        return Optional.ofNullable(best).map(measured -> Duration.between(wall.instant(), nodeNow(measured)));
    }

    /// This moment, for a check-in.
    synchronized KioskTime now() {
        Instant at = wall.instant();
        long monotonic = nanos.getAsLong();
        if (best == null) {
            return new KioskTime(at, monotonic, null, null);
        }
        long offset = Duration.between(at, nodeNow(best)).toMillis();
        return new KioskTime(at, monotonic, offset, uncertainty(best).toMillis() + 1);
    }
}
