package org.seatside.kiosk.scan;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.seatside.camera.PictureFrameSource;
import org.seatside.camera.SourceState.Running;
import org.seatside.qr.ReaderSettings;
import org.seatside.sample.frames.SampleFrames;
import org.seatside.sample.frames.SampleFrames.Held;

class ScanLoopTest {
    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final List<String> texts = new CopyOnWriteArrayList<>();
    private final SampleFrames frames = new SampleFrames(new SplittableRandom(1));

    @Test
    void takesFewFramesWhileNothingMovesAndReadsACodeThatComes() {
        try (PictureFrameSource camera = new PictureFrameSource(30, frames.empty());
                ScanLoop loop =
                        new ScanLoop(camera, ReaderSettings.JVM_ONLY, (_, _) -> {}, scan -> texts.add(scan.text()))) {
            camera.start();
            loop.start();
            await().atMost(PATIENCE).until(() -> rate(camera) > 15);
            await().atMost(PATIENCE).until(() -> rate(camera) < 8);

            camera.show(frames.card("comes into view", "card", Held.PLAIN));

            await().atMost(PATIENCE).until(() -> !texts.isEmpty());
            await().atMost(PATIENCE).until(() -> rate(camera) > 10);
            assertEquals(List.of("comes into view"), texts);
        }
    }

    @Test
    void aCodeThatIsHeldStillFromTheStartIsRead() {
        try (PictureFrameSource camera = new PictureFrameSource(30, frames.phone("held still", Held.TILTED));
                ScanLoop loop =
                        new ScanLoop(camera, ReaderSettings.JVM_ONLY, (_, _) -> {}, scan -> texts.add(scan.text()))) {
            camera.start();
            loop.start();

            await().atMost(PATIENCE).until(() -> !texts.isEmpty());

            assertEquals(List.of("held still"), texts);
        }
    }

    @Test
    void itsThreadsEndWithIt() {
        try (PictureFrameSource camera = new PictureFrameSource(30, frames.empty())) {
            ScanLoop loop = new ScanLoop(camera, ReaderSettings.JVM_ONLY, (_, _) -> {}, scan -> texts.add(scan.text()));
            camera.start();
            loop.start();
            await().atMost(PATIENCE).until(() -> scanners() == 2);

            loop.close();

            assertEquals(0, scanners());
        }
    }

    private static long scanners() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("scanner"))
                .count();
    }

    private static double rate(PictureFrameSource camera) {
        return camera.state() instanceof Running running ? running.fps() : 0;
    }
}
