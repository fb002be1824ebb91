package org.seatside.camera;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/// Decodes the content of one image file or of one part of a picture stream.
final class ImageBytes {
    /// A frame no camera delivers; a few bytes that claim more are a trap.
    private static final long MOST_PIXELS = 50_000_000L;

    private ImageBytes() {}

    /// @throws IOException if the bytes are no image, or a truncated, damaged or too large one
    static BufferedImage decode(byte[] content) throws IOException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new IOException("not an image");
            }
            ImageReader reader = readers.next();
            try {
                return decode(reader, input);
            } finally {
                reader.dispose();
            }
        } catch (RuntimeException e) {
            // The readers throw index and argument exceptions where the bytes lead them astray.
            throw new IOException("damaged image", e);
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream input) throws IOException {
        boolean[] truncated = new boolean[1];
        // The JPEG reader fills up what is missing with grey and only warns.
        reader.addIIOReadWarningListener((source, warning) -> truncated[0] |= warning.contains("premature end"));
        reader.setInput(input, true, true);
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_PIXELS) {
            throw new IOException("image too large");
        }
        BufferedImage image = reader.read(0);
        if (truncated[0]) {
            throw new IOException("truncated image");
        }
        return image;
    }
}
