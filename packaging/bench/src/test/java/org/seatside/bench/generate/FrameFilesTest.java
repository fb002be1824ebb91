package org.seatside.bench.generate;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.qr.image.ImageFiles;

class FrameFilesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsSavedIsThePictureByteForByteWithItsTextBesideIt() throws IOException {
        Frame frame = new FrameGenerator(5).frame(Kind.SIZE, 2, 0);

        new FrameFiles(folder.resolve("new")).write(frame);

        assertArrayEquals(
                frame.picture().pixels(),
                ImageFiles.read(folder.resolve("new/size-2-00.png")).pixels());
        assertEquals(frame.texts(), Files.readAllLines(folder.resolve("new/size-2-00.txt")));
    }

    @Test
    void aFrameWithoutACodeHasNoTextFile() throws IOException {
        new FrameFiles(folder).write(new FrameGenerator(5).empty(EmptyKind.ROOM, 0));

        assertEquals(
                List.of(true, false),
                List.of(
                        Files.exists(folder.resolve("empty-room-00.png")),
                        Files.exists(folder.resolve("empty-room-00.txt"))));
        assertFalse(ImageFiles.read(folder.resolve("empty-room-00.png")).pixels().length == 0);
    }
}
