package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.IntStream;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

class KeyFilterTest {
    private long millis;
    private final KeyFilter filter = new KeyFilter(() -> millis * 1_000_000);

    @Test
    void aKeyHeldDownCountsOnceEveryTwoSeconds() {
        long counted = IntStream.range(0, 150)
                .filter(_ -> {
                    millis += 33;
                    return filter.counts(KeyCode.ENTER);
                })
                .count();

        assertEquals(3, counted);
    }

    @Test
    void aKeyThatWasReleasedCountsAtOnce() {
        boolean first = filter.counts(KeyCode.DIGIT0);
        filter.released(KeyCode.DIGIT0);
        millis += 4;

        assertEquals(List.of(true, true), List.of(first, filter.counts(KeyCode.DIGIT0)));
    }

    @Test
    void theSameKeyWithinHalfASecondIsOneStrokeAndAnotherKeyIsNot() {
        boolean first = filter.isAnotherStroke('1');
        millis += 499;
        boolean trembled = filter.isAnotherStroke('1');
        millis += 100;
        boolean other = filter.isAnotherStroke('2');
        millis += 500;
        boolean meant = filter.isAnotherStroke('2');

        assertEquals(List.of(true, false, true, true), List.of(first, trembled, other, meant));
    }
}
