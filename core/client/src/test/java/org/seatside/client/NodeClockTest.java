package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.seatside.model.attendance.KioskTime;
import org.seatside.testkit.FakeClock;
import org.seatside.testkit.Seeds;

final class NodeClockTest {
    private static final Instant START = Instant.parse("2026-03-02T00:00:00Z");

    private final FakeClock wall = new FakeClock(START);
    private final AtomicLong nanos = new AtomicLong(5);
    private final NodeClock clock = new NodeClock(wall, nanos::get);

    private void pass(Duration time) {
        wall.advance(time);
        nanos.addAndGet(time.toNanos());
    }

    private void measure(Duration there, Duration back, Duration ahead) {
        NodeClock.Sent sent = clock.sent();
        pass(there);
        Instant node = wall.instant().plus(ahead);
        pass(back);
        clock.answered(sent, node);
    }

    @Test
    void saysNothingOfAnOffsetItNeverMeasured() {
        assertEquals(new KioskTime(START, 5, null, null), clock.now());
        assertEquals(Optional.empty(), clock.offset());
    }

    @Test
    void offsetIsTakenAtTheMiddleOfTheRoundTrip() {
        measure(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMinutes(5));

        assertEquals(Optional.of(Duration.ofMinutes(5)), clock.offset());
        assertEquals(new KioskTime(wall.instant(), nanos.get(), 300_000L, 13L), clock.now());
    }

    @Test
    void shortestRoundTripCounts() {
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ofSeconds(1));
        measure(Duration.ofMillis(900), Duration.ofMillis(0), Duration.ofSeconds(1));

        assertEquals(Optional.of(Duration.ofSeconds(1)), clock.offset());
    }

    @Test
    void uncertaintyGrowsByFiftyPartsInAMillion() {
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ZERO);
        pass(Duration.ofSeconds(10_000));

        assertEquals(505L, clock.now().uncertaintyMillis());
    }

    @Test
    void jumpOfTheWallClockIsCorrectedAndSaidUntilMeasuredAgain() {
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ZERO);
        Instant before = wall.instant();
        wall.advance(Duration.ofDays(90));

        assertEquals(before, clock.now().corrected());
        assertEquals(Duration.ofDays(90).plusMillis(5), clock.now().uncertainty());

        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ofDays(-90));
        assertEquals(Duration.ofMillis(5), clock.now().uncertainty());
    }

    @Test
    void momentBeforeTheFirstMeasurementIsPlacedByIt() {
        KioskTime early = clock.now();
        pass(Duration.ofSeconds(100));
        measure(Duration.ofMillis(10), Duration.ofMillis(10), Duration.ofMinutes(5));

        // 10 ms of the round trip, 5 of drift, 2 of cut, 1 of rounding up.
        assertEquals(new KioskTime(START, 5, 300_000L, 18L), clock.lookedBackAt(early));
    }

    @Test
    void sleepBeforeTheMeasurementIsSaid() {
        KioskTime early = clock.now();
        wall.advance(Duration.ofHours(2));
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ZERO);

        assertTrue(clock.lookedBackAt(early).uncertainty().compareTo(Duration.ofHours(2)) > 0);
    }

    @Test
    void whatWasSurerStays() {
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ofSeconds(1));
        KioskTime then = clock.now();
        wall.advance(Duration.ofDays(90));

        assertTrue(clock.jumped());
        assertEquals(then, clock.lookedBackAt(then));
    }

    @Test
    void slowMeasurementStillReplacesOneThatIsDoubted() {
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ZERO);
        clock.doubt();
        measure(Duration.ofMillis(90), Duration.ofMillis(90), Duration.ofHours(1));

        assertEquals(Optional.of(Duration.ofHours(1)), clock.offset());
    }

    @Test
    void slowMeasurementStillEndsAJump() {
        measure(Duration.ofMillis(2), Duration.ofMillis(2), Duration.ZERO);
        wall.advance(Duration.ofSeconds(1));
        measure(Duration.ofSeconds(9), Duration.ofSeconds(9), Duration.ofSeconds(-1));

        assertFalse(clock.jumped());
        assertEquals(Optional.of(Duration.ofSeconds(-1)), clock.offset());
    }

    @Test
    void truthIsNeverFurtherOffThanDeclared() {
        Random random = new Random(Seeds.next());
        for (int i = 0; i < 10_000; i++) {
            Duration ahead = Duration.ofMillis(random.nextLong(-1_000_000, 1_000_000));
            FakeClock itsWall = new FakeClock(START);
            AtomicLong itsNanos = new AtomicLong();
            NodeClock subject = new NodeClock(itsWall, itsNanos::get);
            Instant truth = START.plus(ahead);
            for (int step = 0; step < 4; step++) {
                NodeClock.Sent sent = subject.sent();
                long there = random.nextLong(200_000_000);
                long back = random.nextLong(200_000_000);
                itsWall.advance(Duration.ofNanos(there + back));
                itsNanos.addAndGet(there + back);
                Instant told = truth.plusNanos(there);
                truth = told.plusNanos(back);
                subject.answered(sent, Instant.ofEpochMilli(told.toEpochMilli()));
                // The kiosk's clock may be 50 ppm fast or slow.
                long pause = random.nextLong(600_000_000_000L);
                long drifted = pause + (long) (pause * (random.nextDouble() - 0.5) * 90e-6);
                truth = truth.plusNanos(pause);
                itsWall.advance(Duration.ofNanos(drifted));
                itsNanos.addAndGet(drifted);
            }
            KioskTime now = subject.now();
            Duration off = Duration.between(truth, now.corrected()).abs();
            assertEquals(true, off.compareTo(now.uncertainty()) <= 0, off + " declared " + now.uncertainty());
        }
    }
}
