package org.seatside.kiosk.launch;

import java.nio.file.Path;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.FrameSource;
import org.seatside.camera.MjpegFrameSource;
import org.seatside.camera.SourceState;
import org.seatside.camera.WebcamFrameSource;

/// Makes the camera that the settings ask for.
public final class Cameras {
    private Cameras() {}

    /// Not yet started.
    ///
    /// @param data folder of the kiosk, where a choice of the staff is kept
    public static FrameSource of(KioskConfig.Camera camera, Path data) {
        return switch (camera.source()) {
            case WEBCAM ->
                new WebcamFrameSource(new WebcamFrameSource.Settings(
                        StaffPanel.chosenCamera(data).orElse(camera.device()), camera.width(), camera.height()));
            case FOLDER ->
                new FolderFrameSource(camera.folder(), camera.framesPerSecond(), FolderFrameSource.Repeat.LOOP);
            case MJPEG -> new MjpegFrameSource(camera.address());
        };
    }

    /// The state's constant name, for the node.
    static String name(SourceState state) {
        return switch (state) {
            case SourceState.Starting _ -> "STARTING";
            case SourceState.Running _ -> "RUNNING";
            case SourceState.Waiting(SourceState.WaitReason reason) -> reason.name();
            case SourceState.Failed(SourceState.FailReason reason, String _) -> reason.name();
            case SourceState.Stopped _ -> "STOPPED";
        };
    }
}
