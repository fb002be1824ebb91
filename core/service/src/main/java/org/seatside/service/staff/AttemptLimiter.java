package org.seatside.service.staff;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// Slows guessing down: some failures are free, then each doubles the wait, from 2 seconds to 15 minutes.
/// Remembers the last 10,000 subjects, each for an hour after its last failure, and only while the process lives.
/// Thread-safe.
public final class AttemptLimiter {
    private static final int FREE = 5;
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration REMEMBERED_FOR = Duration.ofHours(1);
    private static final int REMEMBERED = 10_000;

    private final InstantSource clock;
    private final int free;
    private final Map<String, Failures> failures = new LinkedHashMap<>();

    public AttemptLimiter(InstantSource clock) {
        this(clock, FREE);
    }

    /// @param free with which failure waiting begins
    public AttemptLimiter(InstantSource clock, int free) {
        this.clock = clock;
        this.free = free;
    }

    /// How long to wait after so many failures in a row.
    static Duration waitAfter(int count, int free) {
        Duration wait = count < free ? Duration.ZERO : Duration.ofSeconds(1L << Math.min(count - free + 1, 20));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }

    /// How long to wait after so many failures in a row, where the first few are free as for passwords.
    public static Duration waitAfter(int count) {
        return waitAfter(count, FREE);
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
        Instant now = clock.instant();
        Failures known = failures.remove(subject);
        int before = known == null || known.last().plus(REMEMBERED_FOR).isBefore(now) ? 0 : known.count();
        failures.put(subject, new Failures(before + 1, now, now.plus(waitAfter(before + 1, free))));
        if (failures.size() > REMEMBERED) {
            failures.remove(failures.keySet().iterator().next());
        }
    }

    public synchronized void succeeded(String subject) {
        failures.remove(subject);
    }

    private record Failures(int count, Instant last, Instant until) {}
}
