package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A [LogTorture] in a process of its own.
final class Victim {
    private Victim() {}

    static List<String> command(Path folder, int kiosks, int window, String mode) {
        return new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-cp",
                System.getProperty("java.class.path"),
                LogTorture.class.getName(),
                folder.toString(),
                Integer.toString(kiosks),
                Integer.toString(window),
                mode));
    }

    /// Lets it run until it acknowledged something and some time more, then kills it as `kill -9` does. What it
    /// prints goes to a file: a pipe would lose with the process what nobody has read yet.
    ///
    /// @param acknowledged gets what it acknowledged, by kiosk
    static void runAndKill(List<String> command, Path printed, Duration after, Map<Integer, Set<Long>> acknowledged)
            throws IOException, InterruptedException {
        Files.deleteIfExists(printed);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .redirectOutput(printed.toFile())
                .start();
        try {
            await().pollInterval(Duration.ofMillis(10))
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> acks(printed).findAny().isPresent() || !process.isAlive());
            assertFalse(process.waitFor(after.toMillis(), TimeUnit.MILLISECONDS), "ended by itself");
        } finally {
            process.destroyForcibly().waitFor();
        }
        acks(printed)
                .forEach(words -> acknowledged
                        .computeIfAbsent(Integer.parseInt(words[1]), _ -> new TreeSet<>())
                        .add(Long.parseLong(words[2])));
    }

    /// The whole lines of acknowledgements; what the process logs is none of them.
    private static Stream<String[]> acks(Path printed) throws IOException {
        String text = Files.readString(printed, StandardCharsets.US_ASCII);
        return text.substring(0, text.lastIndexOf('\n') + 1)
                .lines()
                .filter(line -> line.startsWith(LogTorture.ACK + " "))
                .map(line -> line.split(" ", -1));
    }

    static Map<Integer, Set<Long>> nothing() {
        return new TreeMap<>();
    }
}
