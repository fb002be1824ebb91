package org.seatside.service.staff;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.seatside.testkit.FakeClock;

class AttemptLimiterTest {
    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:00Z");
    private final AttemptLimiter limiter = new AttemptLimiter(clock);

    @Test
    void fourMistakesAreFreeAndThenTheWaitDoubles() {
        for (int i = 0; i < 4; i++) {
            limiter.failed("kim");
            assertEquals(Optional.empty(), limiter.wait("kim"));
        }
        limiter.failed("kim");
        assertEquals(Optional.of(Duration.ofSeconds(2)), limiter.wait("kim"));
        clock.advance(Duration.ofSeconds(2));
        assertEquals(Optional.empty(), limiter.wait("kim"));
        limiter.failed("kim");
        assertEquals(Optional.of(Duration.ofSeconds(4)), limiter.wait("kim"));
        assertEquals(Optional.empty(), limiter.wait("lee"), "another subject waits for nobody");
    }

    @Test
    void theWaitEndsAtFifteenMinutes() {
        for (int i = 0; i < 50; i++) {
            limiter.failed("kim");
        }

        assertEquals(Optional.of(Duration.ofMinutes(15)), limiter.wait("kim"));
    }

    @Test
    void successForgives() {
        for (int i = 0; i < 9; i++) {
            limiter.failed("kim");
        }
        limiter.succeeded("kim");

        assertEquals(Optional.empty(), limiter.wait("kim"));
    }
}
