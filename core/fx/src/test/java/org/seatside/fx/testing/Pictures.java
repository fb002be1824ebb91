package org.seatside.fx.testing;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.Scene;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/// Pictures of scenes, for people to look at.
public final class Pictures {
    private Pictures() {}

    /// The scene as it is drawn now, under `target/pictures/NAME.png`. On the JavaFX thread.
    public static BufferedImage save(Scene scene, String name) throws IOException {
        BufferedImage picture = take(scene);
        Path file = Path.of("target", "pictures", name + ".png");
        Files.createDirectories(file.getParent());
        ImageIO.write(picture, "png", file.toFile());
        return picture;
    }

    /// On the JavaFX thread.
    public static BufferedImage take(Scene scene) {
        scene.getRoot().applyCss();
        scene.getRoot().layout();
        WritableImage drawn = scene.snapshot(null);
        int width = (int) drawn.getWidth();
        int height = (int) drawn.getHeight();
        int[] pixels = new int[width * height];
        drawn.getPixelReader().getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
        BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        picture.setRGB(0, 0, width, height, pixels, 0, width);
        return picture;
    }
}
