package org.seatside.cli.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// A node in a process of its own, as at a campus: it can be killed and started again while the kiosk goes on.
final class NodeProcess implements AutoCloseable {
    private static final String READY = "ready ";
    private static final long STOP_SECONDS = 20;

    private final List<String> command;
    private final Map<String, String> environment;
    private final Path log;
    private final Optional<StartCache> startCache;
    private Process process;

    /// Starts it and returns at once.
    ///
    /// @param folder for its configuration and its log
    /// @param config YAML
    /// @param environment what it is told besides the process's own variables
    /// @param startCache empty for none
    NodeProcess(Path folder, String config, Map<String, String> environment, Optional<StartCache> startCache)
            throws IOException {
        Path file = Files.writeString(folder.resolve("node.yaml"), config);
        this.log = folder.resolve("node.log");
        this.command = command(
                file, startCache.map(StartCache::classPath).orElseGet(() -> System.getProperty("java.class.path")));
        this.environment = Map.copyOf(environment);
        this.startCache = startCache;
        this.process = launch();
    }

    private static List<String> command(Path config, String classPath) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xmx256m",
                "-Djava.awt.headless=true"));
        command.addAll(List.of("-cp", classPath, "org.seatside.server.NodeMain"));
        command.addAll(List.of("--config", config.toString()));
        return List.copyOf(command);
    }

    private List<String> cachedCommand() {
        List<String> cached = new ArrayList<>(command);
        startCache
                .map(StartCache::file)
                .ifPresent(
                        file -> cached.add(1, (Files.exists(file) ? "-XX:AOTCache=" : "-XX:AOTCacheOutput=") + file));
        return cached;
    }

    private Process launch() throws IOException {
        ProcessBuilder builder =
                new ProcessBuilder(cachedCommand()).redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(environment);
        return builder.start();
    }

    /// Waits until it acknowledges check-ins.
    ///
    /// @return its address
    /// @throws IOException where it ended instead; the message ends with the last line of its log
    URI awaitReady() throws IOException {
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        while (line != null && !line.startsWith(READY)) {
            line = out.readLine();
        }
        if (line == null) {
            List<String> said = Files.readAllLines(log);
            throw new IOException("The node did not start: " + (said.isEmpty() ? "it said nothing" : said.getLast()));
        }
        return URI.create(line.substring(READY.length()).strip());
    }

    /// The process id, for whoever wants to kill it.
    long pid() {
        return process.pid();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /// Kills it with no chance to say goodbye, and waits until it is gone.
    void kill() {
        process.destroyForcibly();
        process.onExit().join();
    }

    /// Starts it again after it ended or was killed.
    void restart() throws IOException {
        kill();
        process = launch();
    }

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
