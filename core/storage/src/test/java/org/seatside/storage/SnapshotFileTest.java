package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.LogPosition;

/// A snapshot that cannot be written leaves nothing behind.
final class SnapshotFileTest {
    private static final long SPARE = 128L << 20;

    @TempDir
    private Path folder;

    @Test
    void aCopyThatFailsLeavesNothing() throws Exception {
        // A folder opens like a file and fails at the first read.
        Path unreadable = Files.createDirectory(folder.resolve("view.mv.db"));
        Path snapshots = Files.createDirectory(folder.resolve("snapshots"));

        assertThrows(
                IOException.class,
                () -> SnapshotFile.write(
                        unreadable, 10, new byte[0], LogPosition.START, snapshots.resolve("snapshot.1_1"), () -> true));

        try (Stream<Path> left = Files.list(snapshots)) {
            assertEquals(List.of(), left.toList());
        }
    }

    @Test
    void roomIsAskedForBeforeTheCopy() throws Exception {
        SnapshotFile.requireRoom(1_000, SPARE + 1_000, folder);

        assertThrows(IOException.class, () -> SnapshotFile.requireRoom(1_001, SPARE + 1_000, folder));
    }
}
