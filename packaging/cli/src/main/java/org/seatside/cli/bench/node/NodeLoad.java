package org.seatside.cli.bench.node;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import org.seatside.client.NodeException;

/// Measures a node, and beside it the same server with no store, each in a process of its own, in a folder that
/// is removed afterwards.
///
/// @param connections numbers of connections to measure with, one after the other
/// @param students enrolled; kiosks times students check-ins make a new attendance
/// @param passes whether students show passes; they type their numbers otherwise
/// @param flags further flags for the JVM of the node
public record NodeLoad(
        List<Integer> connections, int students, boolean passes, Duration warmUp, Duration time, List<String> flags) {
    private static final int SPARE_KIOSKS = 32;
    private static final String NODE = "org.seatside.server.NodeMain";

    /// What is measured.
    public enum Subject {
        /// A node: every answer after its log is flushed.
        NODE,
        /// The same server that keeps nothing.
        STORELESS
    }

    /// Runs all measurements.
    ///
    /// @param each is given every result as it is there
    /// @throws IOException where a process does not start or answers other than with success
    public void run(BiConsumer<Subject, Measured> each) throws IOException {
        Path folder = Files.createTempDirectory("seatside-bench-node");
        try {
            measure(folder, each);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (NodeException e) {
            throw new IOException("The campus could not be entered: " + e.getMessage(), e);
        } finally {
            delete(folder);
        }
    }

    private void measure(Path folder, BiConsumer<Subject, Measured> each) throws IOException, NodeException {
        Path data = folder.resolve("node");
        Path config = Files.writeString(
                folder.resolve("node.yaml"),
                "data: \"" + data.toString().replace("\\", "\\\\") + "\"\nhttp:\n  port: 0\n");
        Path log = folder.resolve("log");
        try (ServerProcess node = ServerProcess.start(NODE, flags, List.of("--config", config.toString()), log);
                ServerProcess storeless = ServerProcess.start(StorelessMain.class.getName(), flags, List.of(), log)) {
            int kiosks = connections.stream().mapToInt(Integer::intValue).max().orElse(1) + SPARE_KIOSKS;
            CheckInRequests requests = LoadedCampus.enter(node.uri(), data, kiosks, students, passes);
            CheckInRequests unkept = requests.again();
            for (int count : connections) {
                each.accept(Subject.STORELESS, LoadGenerator.run(storeless, unkept.over(count), count, warmUp, time));
                each.accept(Subject.NODE, LoadGenerator.run(node, requests.over(count), count, warmUp, time));
            }
        }
    }

    static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path left, IOException failure) throws IOException {
                if (failure != null) {
                    throw failure;
                }
                Files.delete(left);
                return FileVisitResult.CONTINUE;
            }
        });
    }
}
