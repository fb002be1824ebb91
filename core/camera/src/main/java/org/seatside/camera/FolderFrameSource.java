package org.seatside.camera;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The images of a folder, sorted by name, at a steady rate: for demos, for tests, and for taking a look again
/// at what a camera saw. An image that cannot be read is skipped and listed in [#skipped()].
public final class FolderFrameSource extends ThreadedFrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(FolderFrameSource.class);
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");
    private static final double SLOWEST = 0.01;
    private static final double FASTEST = 1_000;

    private final Path folder;
    private final Duration interval;
    private final Repeat repeat;
    private final List<Path> skipped = new CopyOnWriteArrayList<>();

    /// What comes after the last image.
    public enum Repeat {
        ONCE,
        LOOP
    }

    /// @param framesPerSecond 0.01 to 1000
    /// @throws IllegalArgumentException if the rate is outside these
    public FolderFrameSource(Path folder, double framesPerSecond, Repeat repeat) {
        super(silence(framesPerSecond));
        this.folder = folder;
        interval = interval(framesPerSecond);
        this.repeat = repeat;
    }

    private static Duration interval(double framesPerSecond) {
        if (!(framesPerSecond >= SLOWEST && framesPerSecond <= FASTEST)) {
            throw new IllegalArgumentException(
                    "a folder is shown at 0.01 to 1000 frames a second, not " + framesPerSecond);
        }
        return Duration.ofNanos(Math.round(TimeUnit.SECONDS.toNanos(1) / framesPerSecond));
    }

    private static Duration silence(double framesPerSecond) {
        return interval(framesPerSecond).multipliedBy(2).plusSeconds(2);
    }

    /// The images of the current or last run that could not be read, in the order they were met, each once.
    public List<Path> skipped() {
        return List.copyOf(skipped);
    }

    @Override
    void capture(Run run) throws InterruptedException {
        skipped.clear();
        List<Path> images;
        try {
            images = images();
        } catch (IOException | DirectoryIteratorException e) {
            run.report(
                    new Failed(FailReason.NO_FOLDER, "Give a folder that exists and can be read: " + folder),
                    "cannot list the folder: " + e);
            return;
        }
        long next = System.nanoTime();
        boolean any;
        do {
            any = false;
            for (Path image : images) {
                if (show(run, image)) {
                    any = true;
                    next += interval.toNanos();
                    TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
                    run.awaitTurn(); // slower then, because no image may be left out
                    next = Math.max(next, System.nanoTime() - interval.toNanos());
                }
            }
        } while (any && repeat == Repeat.LOOP);
        if (!any) {
            run.report(new Failed(FailReason.NO_IMAGES, "Put PNG or JPEG images into " + folder), "no image shown");
        }
    }

    private List<Path> images() throws IOException {
        try (Stream<Path> children = Files.list(folder)) {
            return new ArrayList<>(children.filter(FolderFrameSource::isImageName)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .toList());
        }
    }

    private static boolean isImageName(Path file) {
        String name = String.valueOf(file.getFileName());
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    private boolean show(Run run, Path file) throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException();
        }
        try {
            BufferedImage image = ImageBytes.decode(Files.readAllBytes(file));
            run.publish(
                    Pixels.greyOf(image), image.getWidth(), image.getHeight(), argb -> Pixels.writeArgbOf(image, argb));
            return true;
        } catch (IOException e) {
            if (!skipped.contains(file)) {
                skipped.add(file);
                LOG.warn("skipped {}: {}", file, e.getMessage());
            }
            return false;
        }
    }

    @Override
    public String toString() {
        return "folder " + folder;
    }
}
