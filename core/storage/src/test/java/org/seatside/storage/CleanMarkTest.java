package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.LogPosition;

final class CleanMarkTest {
    private static final LogPosition AT = new LogPosition(3, 77);
    private static final int SIZE = 24 << 20;

    @TempDir
    private Path folder;

    private Path database;

    @BeforeEach
    void aFile() throws IOException {
        database = folder.resolve("view.mv.db");
        byte[] content = new byte[SIZE];
        new Random(1).nextBytes(content);
        Files.write(database, content);
    }

    @Test
    void aFileThatNobodyTouchedIsTrustedOnce() throws IOException {
        for (long whole : new long[] {SIZE, SIZE - 1}) {
            CleanMark mark = new CleanMark(folder, database, whole);
            mark.write(AT);

            assertEquals(Optional.of(AT), mark.take().map(CleanMark.Content::position));
            assertEquals(Optional.empty(), mark.take());
        }
    }

    @Test
    void oneByteOfASmallFileIsSeenWhereverItIs() throws IOException {
        CleanMark mark = new CleanMark(folder, database, SIZE);
        mark.write(AT);
        FileTime before = Files.getLastModifiedTime(database);
        change(70_000);
        Files.setLastModifiedTime(database, before);

        assertEquals(Optional.empty(), mark.take());
    }

    @Test
    void aLargeFileThatWasWrittenToCutOrGrownIsNotTrusted() throws IOException {
        CleanMark mark = new CleanMark(folder, database, SIZE - 1);
        mark.write(AT);
        FileTime before = Files.getLastModifiedTime(database);
        change(SIZE - 100);
        Files.setLastModifiedTime(database, before);
        assertEquals(Optional.empty(), mark.take(), "its end");

        mark.write(AT);
        change(90_000);
        Files.setLastModifiedTime(database, FileTime.fromMillis(before.toMillis() + 5_000));
        assertEquals(Optional.empty(), mark.take(), "its time");

        mark.write(AT);
        before = Files.getLastModifiedTime(database);
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.WRITE)) {
            channel.truncate(SIZE - 1);
        }
        Files.setLastModifiedTime(database, before);
        assertEquals(Optional.empty(), mark.take(), "its length");
    }

    private void change(long at) throws IOException {
        try (FileChannel channel = FileChannel.open(database, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            ByteBuffer one = ByteBuffer.allocate(1);
            channel.read(one, at);
            channel.write(ByteBuffer.wrap(new byte[] {(byte) ~one.get(0)}), at);
        }
    }
}
