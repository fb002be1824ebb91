package org.seatside.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

final class FakeClockTest {
    private static final String MORNING = "2026-03-02T00:00:00Z";

    @Test
    void standsUntilItIsMoved() {
        var clock = FakeClock.at(MORNING);

        clock.advance(Duration.ofSeconds(90));
        var later = clock.instant();
        clock.advance(Duration.ofSeconds(-100));

        assertEquals(Instant.parse("2026-03-02T00:01:30Z"), later);
        assertEquals(Instant.parse("2026-03-01T23:59:50Z"), clock.instant());
    }

    @Test
    void clocksOfOtherZonesMoveAlong() {
        var clock = FakeClock.at(MORNING);
        var seoul = clock.withZone(ZoneId.of("Asia/Seoul"));

        clock.set(Instant.parse("2026-09-01T00:00:00Z"));

        assertEquals(clock.instant(), seoul.instant());
        assertEquals(ZoneId.of("Asia/Seoul"), seoul.getZone());
    }
}
