package org.seatside.kiosk.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.seatside.fx.testing.SynchronousTasks;

class KeyBurstTest {
    private final SynchronousTasks tasks = new SynchronousTasks();
    private final List<String> heard = new ArrayList<>();
    private final KeyBurst burst = new KeyBurst(tasks, new KeyBurst.Receiver() {
        @Override
        public void scanned(String text) {
            heard.add("scan " + text);
        }

        @Override
        public void typed(char key) {
            heard.add("key " + key);
        }

        @Override
        public void entered() {
            heard.add("enter");
        }
    });

    @Test
    void aScannerEndsWithEnter() {
        type("DP1:*62X", 5);
        burst.enter();

        assertEquals(List.of("scan DP1:*62X"), heard);
    }

    @Test
    void aScannerEndsWithAPause() {
        type("20260017", 20);
        tasks.advance(Duration.ofMillis(100));

        assertEquals(List.of("scan 20260017"), heard);
    }

    @Test
    void aPersonTypesKeyByKey() {
        type("2026", 180);
        burst.enter();

        assertEquals(List.of("key 2", "key 0", "key 2", "key 6", "enter"), heard);
    }

    @Test
    void twoQuickKeysOfAPersonAreNoCode() {
        type("12", 30);
        tasks.advance(Duration.ofMillis(100));

        assertEquals(List.of("key 1", "key 2"), heard);
    }

    @Test
    void nothingOfOneCodeIsLeftForTheNext() {
        type("AAAAAA", 5);
        burst.enter();
        type("BBBBBB", 5);
        burst.enter();

        assertEquals(List.of("scan AAAAAA", "scan BBBBBB"), heard);
    }

    private void type(String text, int millisApart) {
        text.chars().forEach(key -> {
            burst.key((char) key);
            tasks.advance(Duration.ofMillis(millisApart));
        });
    }
}
