package org.seatside.kiosk.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.qr.Sight;
import org.seatside.testkit.Seeds;

/// What is seen, fifteen times a second by a clock of the test, and what is said then.
class CoachTest {
    private static final Duration FRAME = Duration.ofNanos(66_666_667);

    private final Coach coach = new Coach();
    private final List<CameraCondition> told = new ArrayList<>();
    private Duration now = Duration.ZERO;

    @ParameterizedTest
    @CsvSource({
        "1.6, 1.5, true, COME_CLOSER",
        "4, 6, true, HOLD_STILL",
        "4, 2, false, TO_THE_MIDDLE",
        "1.6, 1.5, false, TO_THE_MIDDLE"
    })
    void saysWhatIsWrongWithinTwoSeconds(double module, double edge, boolean whole, CameraCondition wanted) {
        Duration said = first(i -> new Sight.Unread(600 + i % 3, 300, module, edge, whole))
                .orElseThrow();

        assertEquals(wanted, told.getLast());
        assertTrue(said.compareTo(Duration.ofSeconds(2)) < 0, said::toString);
        assertTrue(said.compareTo(Coach.PATIENCE) >= 0, said::toString);
    }

    @Test
    void aCodeThatMovesIsToBeHeldStill() {
        first(i -> new Sight.Unread(300 + 6 * i, 300, 4, 3, true));

        assertEquals(CameraCondition.HOLD_STILL, told.getLast());
    }

    @Test
    void somethingTinyIsACodeOnceItIsInAHand() {
        Optional<Duration> print = first(i -> new Sight.Tiny(300 + 4 * (i % 2), 300, 40));

        Optional<Duration> held = first(i -> new Sight.Tiny(300 + i, 300, 40));

        assertEquals(Optional.empty(), print);
        assertTrue(held.isPresent());
        assertEquals(CameraCondition.COME_CLOSER, told.getLast());
    }

    @Test
    void aCodeThatIsReadNeedsNoHint() {
        first(_ -> new Sight.Unread(600, 300, 1.6, 1.5, true));

        CameraCondition after = see(Sight.READ);

        assertEquals(CameraCondition.FINE, after);
    }

    @Test
    void aClearCodeThatStandsStillIsLeftAlone() {
        Optional<Duration> said = first(_ -> new Sight.Unread(600, 300, 5, 2, true));

        assertEquals(Optional.empty(), said);
    }

    @Test
    void aPosterIsSpokenOfForAWhileOnly() {
        List<Duration> begun = new ArrayList<>();
        CameraCondition before = CameraCondition.FINE;
        for (int i = 0; i < 3_000; i++) {
            CameraCondition next = see(new Sight.Unread(600, 300, 1.6, 1.5, true));
            if (next != before && next != CameraCondition.FINE) {
                begun.add(now);
            }
            before = next;
        }

        assertTrue(begun.size() <= 2, begun::toString);
        assertTrue(begun.getLast().compareTo(Coach.POSTER) <= 0, begun::toString);
    }

    @Test
    void whatPassesByOrFlickersIsNoCode() {
        Random random = new Random(Seeds.next());
        for (int i = 0; i < 3_000; i++) {
            boolean glimpse = random.nextInt(6) == 0;
            see(glimpse ? new Sight.Unread(random.nextInt(1280), random.nextInt(720), 2, 4, true) : Sight.NOTHING);
        }

        assertEquals(List.of(CameraCondition.FINE), told.stream().distinct().toList());
    }

    /// A hand that does everything wrong, for ten minutes.
    @Test
    void doesNotNag() {
        Random random = new Random(Seeds.next());
        List<Duration> begun = new ArrayList<>();
        CameraCondition before = CameraCondition.FINE;
        for (int i = 0; i < 9_000; i++) {
            double x = 640 + 400 * Math.sin(i / 40.0) + random.nextInt(9);
            CameraCondition next = see(new Sight.Unread(x, 300, i / 40 % 2 == 0 ? 2 : 4, 5, i / 60 % 2 == 0));
            if (next != before && next != CameraCondition.FINE) {
                begun.add(now);
            }
            before = next;
        }

        assertTrue(begun.size() > 10, begun::toString);
        for (int i = 1; i < begun.size(); i++) {
            Duration between = begun.get(i).minus(begun.get(i - 1));
            assertTrue(between.compareTo(Coach.BETWEEN) >= 0, begun::toString);
        }
    }

    @Test
    void aHintStaysLongEnoughToBeRead() {
        first(_ -> new Sight.Unread(600, 300, 1.6, 1.5, true));
        Duration begun = now;

        while (see(Sight.NOTHING) != CameraCondition.FINE) {
            assertTrue(now.minus(begun).compareTo(Duration.ofSeconds(6)) < 0);
        }

        assertTrue(
                now.minus(begun).compareTo(Coach.SHOWN) >= 0,
                () -> now.minus(begun).toString());
    }

    /// How long after the first frame anything is said; empty where in ten seconds nothing is.
    private Optional<Duration> first(IntFunction<Sight> seen) {
        Duration begun = now;
        for (int i = 0; i < 150; i++) {
            if (see(seen.apply(i)) != CameraCondition.FINE) {
                return Optional.of(now.minus(begun));
            }
        }
        return Optional.empty();
    }

    private CameraCondition see(Sight sight) {
        now = now.plus(FRAME);
        CameraCondition said = coach.see(sight, now.toNanos());
        told.add(said);
        return said;
    }
}
