package org.seatside.kiosk.capture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.seatside.camera.Frame;
import org.seatside.camera.SourceState;
import org.seatside.qr.Sight;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Puts together what a camera says of itself, what its pictures show and what is seen of a code that cannot be
/// read, and tells every change. Thread-safe.
public final class CameraWatch {
    private static final Logger LOG = LoggerFactory.getLogger(CameraWatch.class);

    private final PictureJudge judge;
    private final Coach coach = new Coach();
    private final Path devices;
    private final Consumer<CameraCondition> listener;
    private CameraCondition source = CameraCondition.STARTING;
    private CameraCondition picture = CameraCondition.FINE;
    private CameraCondition advice = CameraCondition.FINE;
    private CameraCondition told = CameraCondition.STARTING;

    /// @param sensor whether the pictures come from a sensor, which never gives the same one twice
    /// @param devices the folder in which Linux keeps cameras: `/dev`
    /// @param listener called with every change, on the thread that brought it about; must not call back
    public CameraWatch(boolean sensor, Path devices, Consumer<CameraCondition> listener) {
        judge = new PictureJudge(sensor);
        this.devices = devices;
        this.listener = listener;
    }

    /// What the source says of itself.
    public synchronized void sourceIs(SourceState state) {
        source = switch (state) {
            case SourceState.Starting _ -> CameraCondition.STARTING;
            case SourceState.Running _ -> CameraCondition.FINE;
            case SourceState.Waiting(SourceState.WaitReason reason) ->
                switch (reason) {
                    case NO_FRAMES -> CameraCondition.SILENT;
                    case NO_CAMERA -> denied() ? CameraCondition.DENIED : CameraCondition.MISSING;
                    case CAMERA_BUSY -> denied() ? CameraCondition.DENIED : CameraCondition.BUSY;
                    case NO_CONNECTION, BAD_ANSWER -> CameraCondition.MISSING;
                };
            case SourceState.Failed _ -> CameraCondition.UNUSABLE;
            case SourceState.Stopped _ -> CameraCondition.MISSING;
        };
        if (source != CameraCondition.FINE) {
            picture = CameraCondition.FINE;
        }
        tell();
    }

    /// A frame, at least three a second while there are any.
    public synchronized void saw(Frame frame) {
        picture = judge.judge(frame.luminance(), frame.width(), frame.height(), frame.captureNanos());
        tell();
    }

    /// What a frame that was read showed of a code.
    ///
    /// @param nanos of the frame, by [System#nanoTime]
    public synchronized void saw(Sight sight, long nanos) {
        advice = coach.see(sight, nanos);
        tell();
    }

    private void tell() {
        CameraCondition seen = picture == CameraCondition.FINE ? advice : picture;
        CameraCondition now = source == CameraCondition.FINE ? seen : source;
        if (now != told) {
            told = now;
            listener.accept(now);
        }
    }

    /// Whether there is a camera here that this program must not read.
    private boolean denied() {
        if (!Files.isDirectory(devices)) {
            return false;
        }
        try (Stream<Path> found = Files.list(devices)) {
            return found.anyMatch(file -> file.getFileName().toString().startsWith("video") && !Files.isReadable(file));
        } catch (IOException e) {
            LOG.debug("{} cannot be listed", devices, e);
            return false;
        }
    }
}
