package org.seatside.admin.launch;

import java.net.URI;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.seatside.camera.FolderFrameSource;
import org.seatside.camera.FrameSource;
import org.seatside.camera.MjpegFrameSource;
import org.seatside.camera.WebcamFrameSource;

/// The camera the configuration asks for.
final class Cameras {
    private static final double FOLDER_FPS = 5;
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private Cameras() {}

    static Supplier<FrameSource> of(AdminConfig.Camera config) {
        Path folder = config.folder();
        if (folder != null) {
            return () -> new FolderFrameSource(folder, FOLDER_FPS, FolderFrameSource.Repeat.LOOP);
        }
        URI address = config.address();
        if (address != null) {
            return () -> new MjpegFrameSource(address.toString());
        }
        return () -> new WebcamFrameSource(new WebcamFrameSource.Settings(config.name(), WIDTH, HEIGHT));
    }
}
