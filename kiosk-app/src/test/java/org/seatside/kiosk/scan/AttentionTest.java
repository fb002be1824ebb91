package org.seatside.kiosk.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttentionTest {
    private static final long SECOND = 1_000_000_000L;

    private final Attention attention = new Attention();

    @Test
    void readsEveryFrameWhileSomethingMovesAndFourSecondsLonger() {
        assertTrue(attention.isRead(true, 0, 0));
        assertEquals(List.of(0, 1, 2, 3, 4), readSeconds(List.of(0, 1, 2, 3, 4), 5));

        assertFalse(attention.isRead(false, 4 * SECOND + SECOND / 2, 9));
        assertTrue(attention.idle());
    }

    @Test
    void readsOneFrameASecondWhileNothingMoves() {
        attention.isRead(true, 0, 0);
        attention.isRead(false, 10 * SECOND, 9);

        long read = IntStream.rangeClosed(1, 50)
                .filter(i -> attention.isRead(false, 10 * SECOND + i * SECOND / 5, 9))
                .count();

        assertEquals(10, read);
    }

    @Test
    void looksFullAtTheFirstMotion() {
        attention.isRead(true, 0, 0);
        attention.isRead(false, 10 * SECOND, 9);

        assertTrue(attention.isRead(true, 10 * SECOND + 1, 9));
        assertFalse(attention.idle());
        assertTrue(attention.isRead(false, 10 * SECOND + 2, 9));
    }

    @Test
    void whatIsHeldStillIsTriedInEveryWayTwiceBeforeItIdles() {
        attention.isRead(true, 0, 3);

        attention.isRead(false, 10 * SECOND, 4);
        boolean afterOneRound = attention.idle();
        attention.isRead(false, 11 * SECOND, 5);

        assertEquals(List.of(false, true), List.of(afterOneRound, attention.idle()));
    }

    @Test
    void aCodeThatCanBeReadDoesNotKeepItAwake() {
        attention.isRead(true, 0, 0);
        attention.read(true);

        attention.isRead(false, 5 * SECOND, 0);

        assertTrue(attention.idle());
    }

    @Test
    void idlesInTheEndWhereTheReaderGetsNowhere() {
        attention.isRead(true, 0, 0);
        attention.isRead(false, 19 * SECOND, 0);
        boolean patient = !attention.idle();

        attention.isRead(false, 21 * SECOND, 0);

        assertEquals(List.of(true, true), List.of(patient, attention.idle()));
    }

    /// The seconds, of those before `end`, in which a frame without motion is read.
    private List<Integer> readSeconds(List<Integer> seconds, int end) {
        return seconds.stream()
                .filter(second -> second < end && attention.isRead(false, second * SECOND, 0))
                .toList();
    }
}
