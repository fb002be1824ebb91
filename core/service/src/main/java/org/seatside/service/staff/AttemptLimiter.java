package org.seatside.service.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows guessing down: four failures are free, then each doubles the wait, from 2 seconds to 15 minutes.
/// Remembers the last 10,000 subjects and only while the process lives. Thread-safe.
public final class AttemptLimiter {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    public AttemptLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /// How long the subject must wait before trying again; empty where it may try now.
    public synchronized Optional<Duration> wait(String subject) {
        Failures known = failures.get(subject);
        Instant now = clock.instant();
        return known == null || !now.isBefore(known.until())
                ? Optional.empty()
                : Optional.of(Duration.between(now, known.until()));
    }

    public synchronized void failed(String subject) {
        Failures known = failures.remove(subject);
        int count = known == null ? 1 : known.count() + 1;
        Duration wait = count < FREE ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - FREE + 1, 20));
        if (wait.compareTo(LONGEST) > 0) {
            wait = LONGEST;
        }
        failures.put(subject, new Failures(count, clock.instant().plus(wait)));
        if (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    public synchronized void succeeded(String subject) {
        failures.remove(subject);
    }

    private record Failures(int count, Instant until) {}
}
