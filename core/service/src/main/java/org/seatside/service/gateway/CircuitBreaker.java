package org.seatside.service.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// Spares a service that does not answer: after ten failures in a row no call is let through for a while, then
/// one is, and its result decides. Thread-safe.
final class CircuitBreaker {
    private static final int FAILURES = 10;
    private static final Duration REST = Duration.ofSeconds(15);

    private final InstantSource clock;
    private int failures;
    private Instant openUntil = Instant.MIN;

    CircuitBreaker(InstantSource clock) {
        this.clock = clock;
    }

    /// Whether a call may be made now. After a rest, only the first asker gets a yes.
    synchronized boolean letsThrough() {
        if (failures < FAILURES) {
            return true;
        }
        Instant now = clock.instant();
        if (now.isBefore(openUntil)) {
            return false;
        }
        openUntil = now.plus(REST);
        return true;
    }

    /// Whether no call will be let through now. Takes nothing from the one that finds out.
    synchronized boolean rests() {
        return failures >= FAILURES && clock.instant().isBefore(openUntil);
    }

    /// Whether calls pass freely.
    synchronized boolean closed() {
        return failures < FAILURES;
    }

    synchronized void succeeded() {
        failures = 0;
    }

    synchronized void failed() {
        failures++;
        if (failures >= FAILURES) {
            openUntil = clock.instant().plus(REST);
        }
    }
}
