package org.seatside.camera;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferInt;

/// From what devices and image readers deliver to grey and to colour, by luma of ITU-R BT.601 in 1/1024.
final class Pixels {
    private static final int OPAQUE = 0xff000000;

    private Pixels() {}

    /// Grey from red, green, blue bytes.
    static byte[] greyOfRgb(byte[] rgb, int pixels) {
        byte[] grey = new byte[pixels];
        for (int i = 0, at = 0; i < pixels; i++, at += 3) {
            grey[i] = luma(rgb[at] & 0xff, rgb[at + 1] & 0xff, rgb[at + 2] & 0xff);
        }
        return grey;
    }

    static void writeArgbOfRgb(byte[] rgb, int pixels, int[] argb) {
        for (int i = 0, at = 0; i < pixels; i++, at += 3) {
            argb[i] = OPAQUE | (rgb[at] & 0xff) << 16 | (rgb[at + 1] & 0xff) << 8 | (rgb[at + 2] & 0xff);
        }
    }

    static byte[] greyOf(BufferedImage image) {
        int pixels = image.getWidth() * image.getHeight();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && whole(image)) {
            byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            byte[] grey = new byte[pixels];
            for (int i = 0, at = 0; i < pixels; i++, at += 3) {
                grey[i] = luma(bgr[at + 2] & 0xff, bgr[at + 1] & 0xff, bgr[at] & 0xff);
            }
            return grey;
        }
        if (image.getType() == BufferedImage.TYPE_BYTE_GRAY && whole(image)) {
            return ((DataBufferByte) image.getRaster().getDataBuffer())
                    .getData()
                    .clone();
        }
        int[] rgb = rgbOf(image);
        byte[] grey = new byte[pixels];
        for (int i = 0; i < pixels; i++) {
            grey[i] = luma((rgb[i] >> 16) & 0xff, (rgb[i] >> 8) & 0xff, rgb[i] & 0xff);
        }
        return grey;
    }

    /// What is transparent shows white.
    static void writeArgbOf(BufferedImage image, int[] argb) {
        int pixels = image.getWidth() * image.getHeight();
        if (image.getType() == BufferedImage.TYPE_3BYTE_BGR && whole(image)) {
            byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
            for (int i = 0, at = 0; i < pixels; i++, at += 3) {
                argb[i] = OPAQUE | (bgr[at + 2] & 0xff) << 16 | (bgr[at + 1] & 0xff) << 8 | (bgr[at] & 0xff);
            }
            return;
        }
        int[] rgb = rgbOf(image);
        for (int i = 0; i < pixels; i++) {
            argb[i] = OPAQUE | rgb[i];
        }
    }

    private static int[] rgbOf(BufferedImage image) {
        BufferedImage opaque = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = opaque.createGraphics();
        try {
            graphics.drawImage(image, 0, 0, Color.WHITE, null);
        } finally {
            graphics.dispose();
        }
        return ((DataBufferInt) opaque.getRaster().getDataBuffer()).getData();
    }

    private static boolean whole(BufferedImage image) {
        return image.getRaster().getParent() == null;
    }

    private static byte luma(int red, int green, int blue) {
        return (byte) ((306 * red + 601 * green + 117 * blue + 512) >> 10);
    }
}
