package org.seatside.server;

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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.seatside.testkit.JarredClassPath;

/// A node in a process of its own, which can be killed.
final class ChildNode {
    private final Process process;
    private final URI uri;

    private ChildNode(Process process, URI uri) {
        this.process = process;
        this.uri = uri;
    }

    /// Returns when it says it is ready.
    ///
    /// @param main class to start
    /// @param archive where the JVM keeps what it loaded, for the next start; jars of the classes come beside it
    static ChildNode start(Class<?> main, Path config, Path archive) throws IOException {
        return start(main, config, archive, ProcessBuilder.Redirect.INHERIT, Map.of());
    }

    /// @param flags of the JVM, after all others
    static ChildNode start(Class<?> main, Path config, Path archive, List<String> flags) throws IOException {
        return start(main, config, archive, ProcessBuilder.Redirect.INHERIT, Map.of(), flags);
    }

    /// @param log where its standard error goes
    /// @param environment what it is told besides this process's variables
    static ChildNode start(
            Class<?> main, Path config, Path archive, ProcessBuilder.Redirect log, Map<String, String> environment)
            throws IOException {
        return start(main, config, archive, log, environment, List.of());
    }

    private static ChildNode start(
            Class<?> main,
            Path config,
            Path archive,
            ProcessBuilder.Redirect log,
            Map<String, String> environment,
            List<String> flags)
            throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx384m",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Xlog:cds=off",
                "-Xlog:aot=off",
                "-XX:+AutoCreateSharedArchive",
                "-XX:SharedArchiveFile=" + archive));
        command.addAll(flags);
        command.addAll(List.of(
                "-cp",
                JarredClassPath.in(Files.createDirectories(archive.resolveSibling("jars"))),
                main.getName(),
                "--config",
                config.toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(log);
        builder.environment().putAll(environment);
        Process process = builder.start();
        BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            if (line.startsWith("ready ")) {
                return new ChildNode(process, URI.create(line.substring("ready ".length())));
            }
        }
        throw new IOException("the node ended before it was ready");
    }

    URI uri() {
        return uri;
    }

    /// SIGKILL: nothing in the process runs any more.
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /// Waits for an end that it comes to by itself.
    ///
    /// @return its exit status
    int awaitEnd(Duration within) throws InterruptedException {
        if (!process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("it goes on");
        }
        return process.exitValue();
    }

    /// SIGTERM, and waits for the end.
    ///
    /// @return whether it ended in time
    boolean stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(30, TimeUnit.SECONDS);
    }
}
