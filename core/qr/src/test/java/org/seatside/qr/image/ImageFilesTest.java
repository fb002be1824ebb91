package org.seatside.qr.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.qr.Luminance;

class ImageFilesTest {
    private static final int GREEN = 0xff00ff00;
    private static final int GREY_OF_GREEN = 150;

    @ParameterizedTest
    @ValueSource(
            ints = {
                BufferedImage.TYPE_3BYTE_BGR,
                BufferedImage.TYPE_4BYTE_ABGR,
                BufferedImage.TYPE_INT_RGB,
                BufferedImage.TYPE_INT_ARGB,
                BufferedImage.TYPE_BYTE_INDEXED
            })
    void greyIsTheLumaWhateverTheKindOfImage(int type) throws IOException {
        BufferedImage image = new BufferedImage(3, 2, type);
        image.setRGB(0, 0, GREEN);
        image.setRGB(1, 0, 0xffffffff);
        image.setRGB(2, 0, 0xff000000);

        Luminance picture = ImageFiles.read(encoded(image, "png"));

        assertEquals(List.of(3, 2), List.of(picture.width(), picture.height()));
        assertEquals(List.of(GREY_OF_GREEN, 255, 0), greys(picture, 3));
    }

    @Test
    void greyImagesKeepTheirValues() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_GRAY);
        image.getRaster().setSamples(0, 0, 3, 1, 0, new int[] {0, 100, 255});

        assertEquals(List.of(0, 100, 255), greys(ImageFiles.read(encoded(image, "png")), 3));
    }

    @Test
    void blackAndWhiteImagesAreRead() throws IOException {
        BufferedImage image = new BufferedImage(3, 1, BufferedImage.TYPE_BYTE_BINARY);
        image.setRGB(1, 0, 0xffffffff);

        assertEquals(List.of(0, 255, 0), greys(ImageFiles.read(encoded(image, "png")), 3));
    }

    @Test
    void transparentPlacesAreWhite() throws IOException {
        BufferedImage image = new BufferedImage(2, 1, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(0, 0, 0xff000000);

        assertEquals(List.of(0, 255), greys(ImageFiles.read(encoded(image, "png")), 2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpg", "gif", "bmp"})
    void aFileCutAnywhereIsRefusedOrReadWhole(String format) throws IOException {
        BufferedImage image = new BufferedImage(60, 60, BufferedImage.TYPE_3BYTE_BGR);
        Random random = new Random(77);
        for (int i = 0; i < 3600; i++) {
            image.setRGB(i % 60, i / 60, random.nextInt());
        }
        byte[] whole = encoded(image, format);
        byte[] expected = ImageFiles.read(whole).pixels();

        int refused = 0;
        for (int length = 0; length < whole.length; length += 61) {
            try {
                assertTrue(Arrays.equals(
                        expected, ImageFiles.read(Arrays.copyOf(whole, length)).pixels()));
            } catch (UnreadableImageException e) {
                refused++;
                assertFalse(String.valueOf(e.getMessage()).isBlank());
            }
        }
        assertTrue(refused >= whole.length / 61 - 1, refused + " refused");
    }

    @Test
    void whatIsNoImageIsRefused(@TempDir Path folder) throws IOException {
        Path text = Files.writeString(folder.resolve("text.png"), "not a picture");

        assertThrows(UnreadableImageException.class, () -> ImageFiles.read(text));
        assertThrows(NoSuchFileException.class, () -> ImageFiles.read(folder.resolve("missing.png")));
    }

    @Test
    void aSmallFileThatClaimsAHugePictureIsRefused() throws IOException {
        byte[] bmp = encoded(new BufferedImage(2, 2, BufferedImage.TYPE_3BYTE_BGR), "bmp");
        for (int field : new int[] {18, 22}) {
            bmp[field + 1] = (byte) 0xff;
            bmp[field + 2] = 0x7f;
        }

        assertThrows(UnreadableImageException.class, () -> ImageFiles.read(bmp));
    }

    @Test
    void knowsImagesByTheirNames() {
        assertTrue(ImageFiles.isImageName(Path.of("a/b.PNG")));
        assertFalse(ImageFiles.isImageName(Path.of("a/b.txt")));
        assertFalse(ImageFiles.isImageName(Path.of("/")));
    }

    private static List<Integer> greys(Luminance picture, int count) {
        return IntStream.range(0, count)
                .map(i -> picture.pixels()[i] & 0xff)
                .boxed()
                .toList();
    }

    private static byte[] encoded(BufferedImage image, String format) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(image, format, bytes));
        return bytes.toByteArray();
    }
}
