package org.seatside.admin.room;

import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.Frame;

/// Draws frames into one image, made anew only when their size changes. On the JavaFX thread.
final class CameraPicture {
    private @Nullable WritableImage image;

    WritableImage of(Frame frame) {
        WritableImage drawn = image;
        if (drawn == null || drawn.getWidth() != frame.width() || drawn.getHeight() != frame.height()) {
            drawn = new WritableImage(frame.width(), frame.height());
            image = drawn;
        }
        drawn.getPixelWriter()
                .setPixels(
                        0,
                        0,
                        frame.width(),
                        frame.height(),
                        PixelFormat.getIntArgbInstance(),
                        frame.argb(),
                        0,
                        frame.width());
        return drawn;
    }
}
