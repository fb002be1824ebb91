package org.seatside.client;

import java.time.Duration;
import java.util.random.RandomGenerator;

/// How long to wait before the next try: doubles up to a limit, and is spread over half to all of that so that
/// kiosks cut off together do not come back together. For one thread.
final class Backoff {
    private final Duration first;
    private final Duration limit;
    private final RandomGenerator random;
    private Duration next;

    Backoff(Duration first, Duration limit, RandomGenerator random) {
        this.first = first;
        this.limit = limit;
        this.random = random;
        this.next = first;
    }

    Duration failed() {
        long millis = next.toMillis();
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(limit) > 0 ? limit : doubled;
        return Duration.ofMillis(millis / 2 + random.nextLong(millis / 2 + 1));
    }

    void succeeded() {
        next = first;
    }
}
