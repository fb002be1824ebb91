package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OutboxSizeTest {
    private static final int EVENTS = Boolean.getBoolean("seatside.long") ? 100_000 : 10_000;

    @TempDir
    private Path folder;

    @Test
    void manyCheckInsReopenInSeconds() throws Exception {
        Drafts drafts = new Drafts(1);
        try (Outbox outbox = Outbox.open(folder, Drafts.JSON, Drafts.CLOCK, new SecureRandom());
                var threads =
                        Executors.newFixedThreadPool(64, Thread.ofVirtual().factory())) {
            for (int i = 0; i < EVENTS; i++) {
                var _ = threads.submit(() -> outbox.append(drafts.next()));
            }
        }

        long before = System.nanoTime();
        try (Outbox outbox = Outbox.open(folder, Drafts.JSON, Drafts.CLOCK, new SecureRandom())) {
            Duration taken = Duration.ofNanos(System.nanoTime() - before);
            System.out.println(EVENTS + " check-ins reopened in " + taken.toMillis() + " ms");

            assertEquals(EVENTS, outbox.waiting());
            assertTrue(taken.compareTo(Duration.ofSeconds(20)) < 0, taken.toString());
        }
    }
}
