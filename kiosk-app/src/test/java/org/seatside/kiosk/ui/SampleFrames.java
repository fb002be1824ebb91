package org.seatside.kiosk.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import javax.imageio.ImageIO;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.Frame;

/// A frame as a camera gives it.
final class SampleFrames {
    private SampleFrames() {}

    /// A card held before the camera.
    ///
    /// @param folder an empty one
    static Frame card(Path folder) {
        var drawn = new org.seatside.sample.frames.SampleFrames(new Random(4));
        var image = drawn.card("20260017", "한빛대학교", org.seatside.sample.frames.SampleFrames.Held.PLAIN);
        try (FolderFrameSource source = new FolderFrameSource(folder, 10, FolderFrameSource.Repeat.ONCE)) {
            Files.createDirectories(folder);
            ImageIO.write(image, "png", folder.resolve("1.png").toFile());
            source.start();
            return source.awaitNewer(-1, Duration.ofSeconds(10)).orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
