package org.seatside.qr.image;

import java.awt.image.BufferedImage;
import java.awt.image.DataBuffer;
import java.awt.image.Raster;
import org.seatside.qr.Luminance;

/// Grey values straight from the raster where its kind allows, without the colour conversion that makes this slow (and,
/// for linear grey images, wrong: it would brighten them).
final class GreyRaster {
    private static final int OPAQUE = 255;

    private GreyRaster() {}

    static Luminance of(BufferedImage image) {
        int width = image.getWidth();
        int height = image.getHeight();
        byte[] grey = new byte[Math.multiplyExact(width, height)];
        Raster raster = image.getRaster();
        boolean bytes = raster.getSampleModel().getDataType() == DataBuffer.TYPE_BYTE;
        switch (image.getType()) {
            case BufferedImage.TYPE_BYTE_GRAY -> greyRows(raster, width, height, grey);
            case BufferedImage.TYPE_BYTE_INDEXED, BufferedImage.TYPE_BYTE_BINARY -> converted(image, grey);
            default -> {
                if (bytes && raster.getNumBands() >= 3) {
                    colourRows(raster, width, height, grey);
                } else if (bytes && raster.getNumBands() == 2) {
                    greyAlphaRows(raster, width, height, grey);
                } else {
                    converted(image, grey);
                }
            }
        }
        return Luminance.of(grey, width, height);
    }

    private static void greyRows(Raster raster, int width, int height, byte[] grey) {
        int[] row = new int[width];
        for (int y = 0; y < height; y++) {
            raster.getSamples(0, y, width, 1, 0, row);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = (byte) row[x];
            }
        }
    }

    private static void greyAlphaRows(Raster raster, int width, int height, byte[] grey) {
        int[] row = new int[width * 2];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                grey[y * width + x] = overWhite(row[2 * x], row[2 * x + 1]);
            }
        }
    }

    private static void colourRows(Raster raster, int width, int height, byte[] grey) {
        int bands = raster.getNumBands();
        int[] row = new int[width * bands];
        for (int y = 0; y < height; y++) {
            raster.getPixels(0, y, width, 1, row);
            for (int x = 0; x < width; x++) {
                int i = x * bands;
                int value = weighted(row[i], row[i + 1], row[i + 2]);
                grey[y * width + x] = bands == 4 ? overWhite(value, row[i + 3]) : (byte) value;
            }
        }
    }

    private static void converted(BufferedImage image, byte[] grey) {
        int width = image.getWidth();
        int[] row = new int[width];
        for (int y = 0; y < image.getHeight(); y++) {
            image.getRGB(0, y, width, 1, row, 0, width);
            for (int x = 0; x < width; x++) {
                int rgb = row[x];
                int value = weighted((rgb >> 16) & 0xff, (rgb >> 8) & 0xff, rgb & 0xff);
                grey[y * width + x] = overWhite(value, rgb >>> 24);
            }
        }
    }

    /// Luma of ITU-R BT.601 in 1/1024.
    private static int weighted(int red, int green, int blue) {
        return (306 * red + 601 * green + 117 * blue + 512) >> 10;
    }

    /// What is transparent shows the paper below, so a code on a transparent ground stays dark on light.
    private static byte overWhite(int value, int alpha) {
        return (byte) ((value * alpha + OPAQUE * (OPAQUE - alpha) + OPAQUE / 2) / OPAQUE);
    }
}
