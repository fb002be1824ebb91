package org.seatside.kiosk.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.camera.SourceState;

class FrameLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final List<Long> handedOn = new CopyOnWriteArrayList<>();

    @TempDir
    private Path folder;

    static List<Throwable> failures() {
        return List.of(
                new IllegalStateException("a frame nobody thought of"),
                new StackOverflowError("a frame followed too deep"),
                new OutOfMemoryError("a frame too large"),
                new NoClassDefFoundError("a part that is not there"));
    }

    @BeforeEach
    void drawAFrame() throws Exception {
        BufferedImage image = new BufferedImage(8, 8, BufferedImage.TYPE_BYTE_GRAY);
        assertTrue(ImageIO.write(image, "png", folder.resolve("0.png").toFile()));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void framesThatFailAreLeftOutAndTheNextAreHandedOn(Throwable failure) {
        try (FrameSource camera = camera();
                FrameLoop loop = new FrameLoop("frames", camera, 200, frame -> {
                    handedOn.add(frame.sequence());
                    fail(failure);
                })) {
            camera.start();
            loop.start();

            Awaitility.await().atMost(PATIENCE).until(() -> handedOn.size() >= 4);

            List<Long> until = List.copyOf(handedOn);
            assertEquals(until.stream().distinct().sorted().toList(), until);
        }
    }

    @ParameterizedTest
    @MethodSource("failures")
    void aCameraThatFailsIsAskedAgain(Throwable failure) {
        AtomicInteger asked = new AtomicInteger();
        try (FrameSource camera = new Failing(camera(), asked, failure);
                FrameLoop loop = new FrameLoop("frames", camera, 200, frame -> handedOn.add(frame.sequence()))) {
            camera.start();
            loop.start();

            Awaitility.await().atMost(PATIENCE).until(() -> !handedOn.isEmpty());

            assertTrue(asked.get() > 3, asked + " times");
        }
    }

    private FrameSource camera() {
        return new FolderFrameSource(folder, 100, FolderFrameSource.Repeat.LOOP);
    }

    private static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }

    /// Fails the first three times it is asked for a frame.
    private record Failing(FrameSource source, AtomicInteger asked, Throwable failure) implements FrameSource {
        @Override
        public Optional<Frame> awaitNewer(long sequence, Duration timeout) throws InterruptedException {
            if (asked.incrementAndGet() <= 3) {
                fail(failure);
            }
            return source.awaitNewer(sequence, timeout);
        }

        @Override
        public void start() {
            source.start();
        }

        @Override
        public void stop() {
            source.stop();
        }

        @Override
        public SourceState state() {
            return source.state();
        }

        @Override
        public void onState(Consumer<SourceState> listener) {
            source.onState(listener);
        }

        @Override
        public Optional<Frame> latest() {
            return source.latest();
        }
    }
}
