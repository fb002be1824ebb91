package org.seatside.cli.bench.kiosk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A kiosk started by the launcher, and what it says in its log.
final class KioskProcess implements AutoCloseable {
    private static final long STOP_SECONDS = 30;
    private static final double BYTES_PER_MEGABYTE = 1 << 20;
    private static final int KILOBYTE = 1024;

    private final Process process;
    private final BlockingQueue<String> said = new LinkedBlockingQueue<>();

    /// @param launcher the file `seatside`
    /// @param headless whether it draws to memory instead of a screen
    KioskProcess(Path launcher, Path config, boolean headless) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                        List.of(launcher.toString(), "kiosk", "--config", config.toString()))
                .redirectErrorStream(true);
        if (headless) {
            builder.environment().put("JDK_JAVA_OPTIONS", "-Dglass.platform=Headless -Dprism.order=sw");
        }
        process = builder.start();
        Thread.ofVirtual().name("kiosk-log").start(this::listen);
    }

    private void listen() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(said::add);
        } catch (IOException | UncheckedIOException e) {
            said.add("its log broke off: " + e.getMessage());
        }
    }

    /// Waits for a line of the log that holds this.
    ///
    /// @throws IOException where it does not come in time
    Matcher await(Pattern wanted, Duration patience) throws IOException, InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        String last = "it said nothing";
        while (true) {
            String line = said.poll(Math.max(0, until - System.nanoTime()), TimeUnit.NANOSECONDS);
            if (line == null) {
                throw new IOException("The kiosk did not say \"" + wanted + "\" within " + patience.toSeconds()
                        + " s; last: " + last);
            }
            last = line;
            Matcher found = wanted.matcher(line);
            if (found.find()) {
                return found;
            }
        }
    }

    long pid() {
        return process.pid();
    }

    /// Processor time so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Resident memory in megabytes: what is in use now.
    double resident() throws IOException {
        return status("VmRSS");
    }

    private double status(String name) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "status");
        try (var lines = Files.lines(status)) {
            return lines.filter(line -> line.startsWith(name + ":"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                            .findFirst()
                            .orElseThrow(() -> new IOException(status + " does not tell " + name))
                    * KILOBYTE
                    / BYTES_PER_MEGABYTE;
        }
    }

    /// Asks it to end, and waits for it.
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
