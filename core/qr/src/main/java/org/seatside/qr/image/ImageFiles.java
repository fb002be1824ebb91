package org.seatside.qr.image;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import org.seatside.qr.Luminance;

/// Reads PNG, JPEG, GIF and BMP files into [Luminance]. The orientation a camera notes in the file is not applied: a QR
/// code reads the same way up or down.
public final class ImageFiles {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "bmp");

    /// Enough for a 100-megapixel photograph; a small file that claims more is a trap.
    private static final long MOST_PIXELS = 120_000_000L;

    private static final long MOST_BYTES = 256L << 20;

    private ImageFiles() {}

    /// Whether the name ends as an image file's does.
    public static boolean isImageName(Path file) {
        Path name = file.getFileName();
        String text = name == null ? "" : name.toString();
        return ENDINGS.contains(text.substring(text.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT));
    }

    /// Reads a whole file.
    ///
    /// @throws NoSuchFileException if there is no such file
    /// @throws UnreadableImageException if it is no image, truncated, damaged or larger than 120 megapixels
    /// @throws IOException if it cannot be read from the disk
    public static Luminance read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new UnreadableImageException("larger than 256 MiB; scale it down first");
        }
        return read(Files.readAllBytes(file));
    }

    /// The same for a file's content.
    ///
    /// @throws UnreadableImageException as for [#read(Path)]
    public static Luminance read(byte[] content) throws IOException {
        return GreyRaster.of(decode(content));
    }

    /// An image in colour, for showing it.
    ///
    /// @throws UnreadableImageException as for [#read(Path)]
    public static BufferedImage decode(byte[] content) throws UnreadableImageException {
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(input);
            if (!readers.hasNext()) {
                throw new UnreadableImageException("not a PNG, JPEG, GIF or BMP image; convert it first");
            }
            ImageReader reader = readers.next();
            try {
                return decode(reader, input);
            } finally {
                reader.dispose();
            }
        } catch (UnreadableImageException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            // The readers throw whatever the bytes lead them to: EOF, index and argument exceptions among them.
            throw new UnreadableImageException("truncated or damaged image; make or copy it again", e);
        }
    }

    private static BufferedImage decode(ImageReader reader, ImageInputStream input) throws IOException {
        boolean[] truncated = new boolean[1];
        // The JPEG reader fills up what is missing with grey and only warns.
        reader.addIIOReadWarningListener((source, warning) -> truncated[0] |= warning.contains("premature end"));
        reader.setInput(input, true, true);
        long pixels = (long) reader.getWidth(0) * reader.getHeight(0);
        if (pixels > MOST_PIXELS) {
            throw new UnreadableImageException("more than 120 megapixels; scale it down first");
        }
        BufferedImage image = reader.read(0);
        if (truncated[0]) {
            throw new UnreadableImageException("truncated image; make or copy it again");
        }
        return image;
    }
}
