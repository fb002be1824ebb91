package org.seatside.kiosk.scan;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RepeatWindowTest {
    private final RepeatWindow window = new RepeatWindow(Duration.ofSeconds(3));

    @Test
    void aCodeHeldInViewIsOneScanHoweverLong() {
        assertTrue(seen("A", 0));
        for (int millis = 100; millis < 20_000; millis += 100) {
            assertFalse(seen("A", millis));
        }
    }

    @Test
    void aCodeShownAgainLaterIsNew() {
        assertTrue(seen("A", 0));
        assertFalse(seen("A", 3_000));
        assertTrue(seen("A", 6_001));
    }

    @Test
    void oneCodeDoesNotHideAnother() {
        assertTrue(seen("A", 0));
        assertTrue(seen("B", 100));
        assertFalse(seen("A", 200));
    }

    private boolean seen(String text, long millis) {
        return window.isNew(text, Duration.ofMillis(millis).toNanos());
    }
}
