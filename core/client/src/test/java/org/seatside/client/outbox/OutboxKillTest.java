package org.seatside.client.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.testkit.Seeds;

final class OutboxKillTest {
    private static final int KILLS = Boolean.getBoolean("seatside.long") ? 1_000 : 10;

    @TempDir
    private Path folder;

    @Test
    void everythingAcknowledgedIsThereAfterEachKill() throws Exception {
        Random random = new Random(Seeds.next());
        Set<String> acknowledged = new HashSet<>();
        Path directory = folder.resolve("outbox");

        for (int kill = 0; kill < KILLS; kill++) {
            acknowledged.addAll(appendUntilKilled(directory, 1 + random.nextInt(400)));
            try (Outbox outbox =
                    Outbox.open(new RealDisk(), directory, Drafts.JSON, Drafts.CLOCK, new SecureRandom(), 20_000)) {
                Set<String> lost = new HashSet<>(acknowledged);
                outbox.oldestFirst(Integer.MAX_VALUE)
                        .forEach(it -> lost.remove(it.id() + " " + it.epoch() + " " + it.seq()));
                assertEquals(Set.of(), lost);
                LossCheck.noGaps(outbox.oldestFirst(Integer.MAX_VALUE));
            }
        }

        assertTrue(acknowledged.size() > KILLS * 20, "there was something to lose: " + acknowledged.size());
    }

    private static Set<String> appendUntilKilled(Path directory, int acknowledgements)
            throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xshare:auto",
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AppendForever.class.getName(),
                        directory.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        Set<String> acknowledged = new HashSet<>();
        try (BufferedReader lines = process.inputReader(StandardCharsets.US_ASCII)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.matches("\\S{36} \\d+ \\d+")) {
                    acknowledged.add(line);
                }
                if (acknowledged.size() == acknowledgements && process.isAlive()) {
                    // By its handle, which leaves the pipe readable: what it still says was acknowledged too.
                    assertTrue(process.toHandle().destroyForcibly());
                }
            }
        }
        assertTrue(process.waitFor(30, TimeUnit.SECONDS));
        return acknowledged;
    }
}
