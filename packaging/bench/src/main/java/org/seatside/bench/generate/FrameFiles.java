package org.seatside.bench.generate;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.seatside.qr.Luminance;

/// Writes frames where people can look at them: NAME.png, and NAME.txt with the text, or the texts a line each.
/// A frame without a code has no text file.
public final class FrameFiles {
    private final Path folder;

    /// @throws IOException if the folder cannot be made
    public FrameFiles(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
    }

    public void write(Frame frame) throws IOException {
        Path file = folder.resolve(frame.name() + ".png");
        if (!ImageIO.write(image(frame.picture()), "png", file.toFile())) {
            throw new IOException("no PNG writer for " + file);
        }
        if (!frame.codes().isEmpty()) {
            Files.writeString(folder.resolve(frame.name() + ".txt"), String.join("\n", frame.texts()) + "\n");
        }
    }

    private static BufferedImage image(Luminance picture) {
        BufferedImage image = new BufferedImage(picture.width(), picture.height(), BufferedImage.TYPE_BYTE_GRAY);
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                image.getRaster().setSample(x, y, 0, picture.pixels()[y * picture.stride() + x] & 0xff);
            }
        }
        return image;
    }
}
