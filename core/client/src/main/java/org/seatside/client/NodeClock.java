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
/// or a sleep nobody knows which of them is right. Thread-safe.
final class NodeClock {
    private static final double DRIFT = 50e-6;

    /// More than a clock that is being adjusted ever walks off between two reports.
    private static final long JUMP_MILLIS = 500;

    private record Measured(Instant node, Instant wall, long nanos, long roundTrip) {}

    /// When a request went out.
    record Sent(Instant wall, long nanos) {}

    private final InstantSource wall;
    private final LongSupplier nanos;
    private @Nullable Measured best;
    private boolean doubted;

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
        if (known == null || doubted || jumped() || uncertainty(measured).compareTo(uncertainty(known)) <= 0) {
            best = measured;
            doubted = false;
        }
    }

    /// What is known is perhaps wrong, as where the node's own clock was set: the next answer replaces it.
    synchronized void doubt() {
        doubted = true;
    }

    /// Whether wall clock and monotonic clock disagree since the last measurement, as after a sleep of the machine:
    /// then it is time for another.
    synchronized boolean jumped() {
        return best != null && disagreement(best, wall.instant(), nanos.getAsLong()) > JUMP_MILLIS;
    }

    private Duration uncertainty(Measured measured) {
        return uncertainty(measured, wall.instant(), nanos.getAsLong());
    }

    private static Duration uncertainty(Measured measured, Instant at, long monotonic) {
        long drift = (long) (Math.abs(monotonic - measured.nanos()) * DRIFT);
        // Node clocks tell milliseconds at best: one for the cut, one for ours.
        return Duration.ofNanos(measured.roundTrip() / 2 + drift).plusMillis(disagreement(measured, at, monotonic) + 2);
    }

    private static long disagreement(Measured measured, Instant at, long monotonic) {
        long walked = Duration.between(measured.wall(), at).toMillis();
        return Math.abs(walked - (monotonic - measured.nanos()) / 1_000_000);
    }

    private Instant nodeNow(Measured measured) {
        return nodeAt(measured, nanos.getAsLong());
    }

    private static Instant nodeAt(Measured measured, long monotonic) {
        return measured.node().plusNanos(monotonic - measured.nanos());
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
        return seen(best, at, monotonic);
    }

    /// The same moment as it looks now, where a measurement since then makes it surer.
    ///
    /// @param then taken by this clock: the monotonic clock of another run of the kiosk tells nothing here
    synchronized KioskTime lookedBackAt(KioskTime then) {
        if (best == null) {
            return then;
        }
        KioskTime now = seen(best, then.wall(), then.monotonicNanos());
        boolean surer = then.offsetMillis() == null || now.uncertainty().compareTo(then.uncertainty()) < 0;
        return surer ? now : then;
    }

    private static KioskTime seen(Measured measured, Instant at, long monotonic) {
        long offset = Duration.between(at, nodeAt(measured, monotonic)).toMillis();
        return new KioskTime(
                at, monotonic, offset, uncertainty(measured, at, monotonic).toMillis() + 1);
    }
}
