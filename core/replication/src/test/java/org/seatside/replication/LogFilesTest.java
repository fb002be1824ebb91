package org.seatside.replication;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.testkit.Seeds;

/// Damage to the log's file: every flipped bit is refused, every torn last write is cut off, nothing else is
/// changed.
final class LogFilesTest {
    private static final int ENTRIES = 30;
    private static final int FLIPS = 1_000;
    private static final int CHECKSUM = 4;

    @TempDir
    private Path folder;

    private Path current = Path.of("");
    private Path file = Path.of("");
    private byte[] whole = {};

    @BeforeEach
    void writeALog() throws Exception {
        Path log = folder.resolve("log");
        try (TestNode node = TestNode.start(folder)) {
            for (int seq = 1; seq <= ENTRIES; seq++) {
                node.log().append(CheckIns.command(1, seq)).get(5, TimeUnit.SECONDS);
            }
            whole = Files.readAllBytes(openSegment(log));
        }
        current = Files.createDirectory(folder.resolve("current"));
        file = current.resolve("log_inprogress_0");
    }

    @Test
    void aGoodLogIsLeftAsItIs() throws Exception {
        Files.write(file, whole);

        LogFiles.verify(current);

        assertArrayEquals(whole, Files.readAllBytes(file));
        assertEquals(LogFileScan.End.WHOLE, LogFileScan.of(file, 0).end());
        assertTrue(LogFileScan.of(file, 0).next() > ENTRIES);
    }

    @Test
    void everyFlippedBitIsRefusedAndTheFileLeftAsItIs() throws Exception {
        Random random = new Random(Seeds.next());
        int written = LogFileScan.of(rewritten(whole), 0).offset();
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] damaged = whole.clone();
            int at = random.nextInt(written);
            damaged[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, damaged);

            DamagedLogException refusal =
                    assertThrows(DamagedLogException.class, () -> LogFiles.verify(current), "byte " + at);

            assertTrue(refusal.toString().contains(file.toString()));
            assertArrayEquals(damaged, Files.readAllBytes(file));
        }
    }

    @Test
    void everyTornLastWriteIsCutOffAndNothingElse() throws Exception {
        int written = LogFileScan.of(rewritten(whole), 0).offset();
        int last = startOfLast(written);
        for (int torn = last + 1; torn < written - CHECKSUM; torn += 7) {
            Files.write(file, Arrays.copyOf(Arrays.copyOf(whole, torn), whole.length));

            LogFiles.verify(current);

            assertArrayEquals(Arrays.copyOf(whole, last), Files.readAllBytes(file), "torn at byte " + torn);
        }
    }

    @Test
    void aClosedFileThatEndsEarlyIsRefused() throws Exception {
        int written = LogFileScan.of(rewritten(whole), 0).offset();
        long next = LogFileScan.of(file, 0).next();
        Files.delete(file);
        Path closed = file.resolveSibling("log_0-" + (next - 1));
        Files.write(closed, Arrays.copyOf(whole, startOfLast(written)));

        assertThrows(DamagedLogException.class, () -> LogFiles.verify(current));
    }

    @Test
    void aMissingFileIsRefused() throws Exception {
        long next = LogFileScan.of(rewritten(whole), 0).next();
        Files.move(file, file.resolveSibling("log_0-" + (next - 1)));
        Files.write(file.resolveSibling("log_inprogress_" + (next + 5)), new byte[0]);

        assertThrows(DamagedLogException.class, () -> LogFiles.verify(current));
    }

    @Test
    void aNodeDoesNotStartFromADamagedLogAndSaysWhichFile() throws Exception {
        Path segment = segment(folder.resolve("log"));
        byte[] bytes = Files.readAllBytes(segment);
        bytes[200] ^= 4;
        Files.write(segment, bytes);

        DamagedLogException refusal = assertThrows(DamagedLogException.class, () -> TestNode.start(folder));

        assertTrue(refusal.toString().contains(segment.toString()), refusal.toString());
    }

    private Path rewritten(byte[] content) throws IOException {
        return Files.write(file, content);
    }

    /// Where the last entry begins: cutting one byte off the end leaves exactly the entries before it.
    private int startOfLast(int written) throws IOException {
        Files.write(file, Arrays.copyOf(whole, written - CHECKSUM - 1));
        return LogFileScan.of(file, 0).offset();
    }

    private static Path openSegment(Path log) throws IOException {
        Path segment = segment(log);
        assertTrue(String.valueOf(segment.getFileName()).startsWith("log_inprogress_0"), segment.toString());
        return segment;
    }

    private static Path segment(Path log) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            return files.filter(path -> String.valueOf(path.getFileName()).startsWith("log_"))
                    .findFirst()
                    .orElseThrow();
        }
    }
}
