package org.seatside.fx;

import java.nio.IntBuffer;
import java.util.function.Consumer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;

/// An image that is drawn anew again and again, such as a camera's picture. Its pixels are written where JavaFX
/// reads them: nothing is copied or allocated but where the size changes. On the JavaFX thread.
public final class MovingImage {
    private PixelBuffer<IntBuffer> pixels = buffer(1, 1);
    private Image image = new WritableImage(pixels);

    /// @param writer fills an array of at least `width * height` with opaque 0xFFRRGGBB, rows from the top
    /// @return the same image as the last time where the size is
    public Image draw(int width, int height, Consumer<int[]> writer) {
        if (pixels.getWidth() != width || pixels.getHeight() != height) {
            pixels = buffer(width, height);
            image = new WritableImage(pixels);
        }
        writer.accept(pixels.getBuffer().array());
        pixels.updateBuffer(_ -> null);
        return image;
    }

    private static PixelBuffer<IntBuffer> buffer(int width, int height) {
        return new PixelBuffer<>(
                width, height, IntBuffer.allocate(width * height), PixelFormat.getIntArgbPreInstance());
    }
}
