package org.seatside.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.awt.Color;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.camera.FolderFrameSource.Repeat;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.seatside.camera.SourceState.Stopped;

class FolderFrameSourceTest extends FrameSourceContract {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    @TempDir
    private Path folder;

    @Override
    FrameSource endlessFrames() throws IOException {
        Files.write(folder.resolve("frame.png"), TestImages.png(WIDTH, HEIGHT, Color.WHITE));
        return new FolderFrameSource(folder, 100, Repeat.LOOP);
    }

    @Test
    void showsTheImagesOnceInTheOrderOfTheirNames(@TempDir Path images) throws Exception {
        Files.write(images.resolve("b.jpg"), TestImages.jpeg(16, 16, Color.WHITE));
        Files.write(images.resolve("a.png"), TestImages.png(16, 16, Color.BLACK));
        Files.write(images.resolve("c.PNG"), TestImages.png(16, 16, Color.RED));
        try (FolderFrameSource source = new FolderFrameSource(images, 5, Repeat.ONCE)) {
            source.start();

            assertEquals(List.of(0, 255, 76), greyOfEach(source));
            await().atMost(PATIENCE).until(() -> source.state().equals(new Stopped()));
        }
    }

    @Test
    void skipsWhatCannotBeReadAndTellsIt(@TempDir Path images) throws Exception {
        byte[] whole = TestImages.jpeg(200, 200, Color.BLUE);
        Files.write(images.resolve("1-empty.png"), new byte[0]);
        Files.write(images.resolve("2-truncated.jpg"), Arrays.copyOf(whole, whole.length / 2));
        Files.writeString(images.resolve("3-text.png"), "no image");
        Files.write(images.resolve("4-good.jpg"), TestImages.jpeg(16, 16, Color.GRAY));
        Files.writeString(images.resolve("notes.txt"), "is not looked at");
        Files.createDirectory(images.resolve("5-folder.png"));
        try (FolderFrameSource source = new FolderFrameSource(images, 20, Repeat.ONCE)) {
            source.start();

            assertEquals(List.of(128), greyOfEach(source));
            assertEquals(
                    List.of("1-empty.png", "2-truncated.jpg", "3-text.png"),
                    source.skipped().stream()
                            .map(file -> file.getFileName().toString())
                            .toList());
        }
    }

    @Test
    void failsWhereTheFolderIsMissingOrHasNoImage(@TempDir Path empty) {
        assertEquals(FailReason.NO_FOLDER, failure(empty.resolve("missing")));
        assertEquals(FailReason.NO_IMAGES, failure(empty));
    }

    @Test
    void refusesRatesThatMakeNoSense(@TempDir Path empty) {
        for (double rate : new double[] {0, -1, Double.NaN, Double.POSITIVE_INFINITY}) {
            assertThrows(IllegalArgumentException.class, () -> new FolderFrameSource(empty, rate, Repeat.ONCE));
        }
    }

    private static FailReason failure(Path folder) {
        try (FolderFrameSource source = new FolderFrameSource(folder, 50, Repeat.LOOP)) {
            source.start();
            await().atMost(PATIENCE).until(() -> source.state() instanceof Failed);
            return assertInstanceOf(Failed.class, source.state()).reason();
        }
    }

    private static List<Integer> greyOfEach(FrameSource source) throws InterruptedException {
        List<Integer> greys = new ArrayList<>();
        long seen = -1;
        Optional<Frame> frame = source.awaitNewer(seen, PATIENCE);
        while (frame.isPresent() || !source.state().equals(new Stopped())) {
            if (frame.isPresent()) {
                seen = frame.get().sequence();
                greys.add(frame.get().luminance()[0] & 0xff);
            }
            frame = source.awaitNewer(seen, Duration.ofMillis(50));
        }
        return greys;
    }
}
