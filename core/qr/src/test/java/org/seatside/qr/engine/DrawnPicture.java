package org.seatside.qr.engine;

import java.util.Arrays;
import java.util.Random;

/// A grey picture that tests draw symbols into.
final class DrawnPicture {
    private static final int FINE = 4;

    final byte[] pixels;
    final int width;
    final int height;

    DrawnPicture(int width, int height, int background) {
        this.width = width;
        this.height = height;
        pixels = new byte[width * height];
        Arrays.fill(pixels, (byte) background);
    }

    /// Draws a symbol by 4x4 samples a pixel.
    ///
    /// @param corners its corners: top left, top right, bottom left, bottom right, x and y each
    void draw(EncodedSymbol symbol, double[] corners, int dark, int light) {
        Grid toSymbol = new Grid();
        int d = symbol.dimension();
        if (!toSymbol.set(d, corners, new double[] {0, 0, d, 0, 0, d, d, d})) {
            throw new IllegalArgumentException("the corners span no symbol");
        }
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                double sum = 0;
                int inside = 0;
                for (int k = 0; k < FINE * FINE; k++) {
                    int column = k % FINE;
                    int row = k / FINE;
                    toSymbol.map(x + (column + 0.5) / FINE, y + (row + 0.5) / FINE);
                    double u = toSymbol.x();
                    double v = toSymbol.y();
                    inside += u >= -4 && v >= -4 && u < d + 4 && v < d + 4 ? 1 : 0;
                    sum += symbol.dark(u, v) ? dark : light;
                }
                if (inside > 0) {
                    pixels[y * width + x] = (byte) Math.round(sum / (FINE * FINE));
                }
            }
        }
    }

    void noise(Random random, double deviation) {
        for (int i = 0; i < pixels.length; i++) {
            double value = (pixels[i] & 255) + deviation * random.nextGaussian();
            pixels[i] = (byte) Math.clamp(Math.round(value), 0, 255);
        }
    }

    /// The mean over `(2 radius + 1)²` pixels.
    void blur(int radius) {
        byte[] source = pixels.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int sum = 0;
                for (int j = -radius; j <= radius; j++) {
                    for (int i = -radius; i <= radius; i++) {
                        int row = Math.clamp(y + j, 0, height - 1);
                        sum += source[row * width + Math.clamp(x + i, 0, width - 1)] & 255;
                    }
                }
                pixels[y * width + x] = (byte) (sum / ((2 * radius + 1) * (2 * radius + 1)));
            }
        }
    }

    void fill(int left, int top, int right, int bottom, int value) {
        for (int y = Math.max(0, top); y < Math.min(height, bottom); y++) {
            for (int x = Math.max(0, left); x < Math.min(width, right); x++) {
                pixels[y * width + x] = (byte) value;
            }
        }
    }

    void invert() {
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) ~pixels[i];
        }
    }

    void mirror() {
        byte[] source = pixels.clone();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                pixels[y * width + x] = source[y * width + width - 1 - x];
            }
        }
    }

    GreyView view() {
        GreyView view = new GreyView();
        view.showGrey(pixels, width, height, false);
        return view;
    }
}
