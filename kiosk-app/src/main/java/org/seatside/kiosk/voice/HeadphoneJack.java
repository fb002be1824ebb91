package org.seatside.kiosk.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Tells whether headphones are plugged in, as the sound server knows it (PulseAudio and PipeWire: `pactl`).
public final class HeadphoneJack {
    private static final String PROGRAM = "pactl";
    private static final int PATIENCE_SECONDS = 2;

    private HeadphoneJack() {}

    /// Whether this system can tell.
    public static boolean canTell(String path, String separator) {
        return SpeechProgram.path(path, separator).stream()
                .map(folder -> folder.resolve(PROGRAM))
                .anyMatch(Files::isExecutable);
    }

    /// Blocks, at most two seconds.
    ///
    /// @throws IOException where the sound server does not answer
    public static boolean plugged() throws IOException, InterruptedException {
        return plugged(List.of(PROGRAM, "list", "sinks"));
    }

    static boolean plugged(List<String> command) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("seatside", ".sinks");
        try {
            Process process = new ProcessBuilder(command)
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try {
                if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                    throw new IOException("The sound server does not answer");
                }
            } finally {
                process.destroyForcibly();
            }
            return inUse(Files.readString(answer, StandardCharsets.UTF_8)).orElse(false);
        } finally {
            Files.deleteIfExists(answer);
        }
    }

    /// Whether the port in use is one for headphones; empty where there is no port at all.
    static Optional<Boolean> inUse(String sinks) {
        List<String> ports = sinks.lines()
                .map(String::strip)
                .filter(line -> line.startsWith("Active Port:"))
                .toList();
        return ports.isEmpty()
                ? Optional.empty()
                : Optional.of(ports.stream().anyMatch(port -> port.contains("headphone") || port.contains("headset")));
    }
}
