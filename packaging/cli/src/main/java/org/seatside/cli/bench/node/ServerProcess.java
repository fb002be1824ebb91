package org.seatside.cli.bench.node;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// A server in a process of its own, started as the launcher starts it.
public final class ServerProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final long STOP_SECONDS = 30;

    private final Process process;
    private final URI uri;

    private ServerProcess(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /// Returns when it says that it is ready.
    ///
    /// @param log takes what it says on its standard error
    /// @param flags further flags of the JVM
    /// @throws IOException where it ends instead; the message ends with the last line of its log
    public static ServerProcess start(String main, List<String> flags, List<String> arguments, Path log)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"));
        command.addAll(flags);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main));
        command.addAll(arguments);
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = out.readLine();
        }
        if (line == null) {
            List<String> said = Files.readAllLines(log);
            throw new IOException("The server did not start: " + (said.isEmpty() ? "it said nothing" : said.getLast()));
        }
        return new ServerProcess(
                process, URI.create(line.substring(READY.length()).strip()));
    }

    public URI uri() {
        return uri;
    }

    /// Processor time it took so far.
    Duration cpu() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /// Ends it with no chance to say goodbye, and waits until it is gone.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
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
