package org.seatside.kiosk.capture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.seatside.camera.SourceState;
import org.seatside.camera.SourceState.Running;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;

/// Pictures by a clock of the test: what is said, and how soon.
class CameraWatchTest {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 360;
    /// As slowly as frames come while nobody is there.
    private static final Duration FRAME = Duration.ofMillis(333);

    private final Random random = new Random(5);
    private final PictureJudge judge = new PictureJudge(true);
    private long nanos = 1;

    @ParameterizedTest
    @CsvSource({"BLACK, 0, 0", "COVERED, 90, 1", "TOO_DARK, 12, 20"})
    void whatIsWrongIsSaidWithinTwoSecondsAndIsOverWithTheFirstGoodPicture(
            CameraCondition condition, int mean, int spread) {
        assertEquals(CameraCondition.FINE, see(noise(120, 60)));

        Duration said = until(condition, mean, spread);
        CameraCondition after = see(noise(120, 60));

        assertTrue(said.compareTo(Duration.ofSeconds(2)) <= 0, said::toString);
        assertEquals(CameraCondition.FINE, after);
    }

    @Test
    void theSamePictureToTheLastBitIsAnOldOne() {
        byte[] picture = noise(120, 60);
        Duration frozen = Duration.ZERO;
        while (see(picture) != CameraCondition.FROZEN && frozen.compareTo(Duration.ofSeconds(5)) < 0) {
            frozen = frozen.plus(FRAME);
        }

        assertTrue(frozen.compareTo(Duration.ofSeconds(2)) <= 0, frozen::toString);
        assertEquals(CameraCondition.FINE, see(noise(120, 60)));
    }

    @Test
    void aHandThatPassesByIsNoFault() {
        List<CameraCondition> seen = new ArrayList<>();
        see(noise(120, 60));
        for (int i = 0; i < 2; i++) {
            seen.add(see(noise(60, 1)));
        }
        seen.add(see(noise(120, 60)));

        assertEquals(List.of(CameraCondition.FINE), seen.stream().distinct().toList());
    }

    @Test
    void picturesOfAFolderMayRepeat() {
        PictureJudge folder = new PictureJudge(false);
        byte[] picture = noise(120, 60);
        for (int i = 0; i < 50; i++) {
            nanos += FRAME.toNanos();
            assertEquals(CameraCondition.FINE, folder.judge(picture, WIDTH, HEIGHT, nanos));
        }
    }

    @Test
    void whatTheSourceSaysComesFirst(@TempDir Path devices) {
        List<CameraCondition> told = new ArrayList<>();
        CameraWatch watch = new CameraWatch(true, devices, told::add);

        for (SourceState state : List.of(
                new Running(1, 1, 0),
                new Waiting(WaitReason.NO_FRAMES),
                new Running(1, 1, 0),
                new Waiting(WaitReason.NO_CAMERA),
                new Waiting(WaitReason.CAMERA_BUSY),
                new SourceState.Failed(SourceState.FailReason.NO_CAMERA_LIBRARY, ""),
                new SourceState.Stopped(),
                new Running(1, 1, 0))) {
            watch.sourceIs(state);
        }

        assertEquals(
                List.of(
                        CameraCondition.FINE,
                        CameraCondition.SILENT,
                        CameraCondition.FINE,
                        CameraCondition.MISSING,
                        CameraCondition.BUSY,
                        CameraCondition.UNUSABLE,
                        CameraCondition.MISSING,
                        CameraCondition.FINE),
                told);
    }

    private Duration until(CameraCondition condition, int mean, int spread) {
        Duration waited = Duration.ZERO;
        while (see(noise(mean, spread)) != condition && waited.compareTo(Duration.ofSeconds(5)) < 0) {
            waited = waited.plus(FRAME);
        }
        return waited;
    }

    private CameraCondition see(byte[] picture) {
        nanos += FRAME.toNanos();
        return judge.judge(picture, WIDTH, HEIGHT, nanos);
    }

    private byte[] noise(int mean, int spread) {
        byte[] picture = new byte[WIDTH * HEIGHT];
        for (int i = 0; i < picture.length; i++) {
            int grey = mean + (spread == 0 ? 0 : random.nextInt(2 * spread + 1) - spread);
            picture[i] = (byte) Math.clamp(grey, 0, 255);
        }
        return picture;
    }
}
