package org.seatside.bench.disturb;

import org.seatside.bench.generate.JpegLoss;
import org.seatside.bench.generate.Lens;
import org.seatside.qr.Luminance;

/// A grey picture while it is being changed: 0 black to 255 white, in parts of a level. Each step gives a new one.
final class Canvas {
    private final float[] light;
    private final int width;
    private final int height;

    private Canvas(float[] light, int width, int height) {
        this.light = light;
        this.width = width;
        this.height = height;
    }

    /// Where a pixel of the new picture comes from in the old one, pixels.
    interface Origin {
        /// Writes x and y.
        void of(double x, double y, double[] place);
    }

    /// What becomes of a grey value at a place.
    interface Change {
        double of(int x, int y, double value);
    }

    static Canvas of(Luminance picture) {
        float[] light = new float[picture.width() * picture.height()];
        for (int y = 0; y < picture.height(); y++) {
            for (int x = 0; x < picture.width(); x++) {
                light[y * picture.width() + x] = picture.pixels()[y * picture.stride() + x] & 0xff;
            }
        }
        return new Canvas(light, picture.width(), picture.height());
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// The grey value of a pixel; the picture's edges go on beyond it.
    float light(int x, int y) {
        return light[Math.clamp(y, 0, height - 1) * width + Math.clamp(x, 0, width - 1)];
    }

    Luminance luminance() {
        return Luminance.of(bytes(), width, height);
    }

    private byte[] bytes() {
        byte[] pixels = new byte[light.length];
        for (int i = 0; i < pixels.length; i++) {
            pixels[i] = (byte) Math.clamp(Math.round(light[i]), 0, 255);
        }
        return pixels;
    }

    Canvas changed(Change change) {
        float[] changed = new float[light.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                int i = y * width + x;
                changed[i] = (float) Math.clamp(change.of(x, y, light[i]), 0, 255);
            }
        }
        return new Canvas(changed, width, height);
    }

    /// The picture's edges go on beyond it.
    Canvas warped(int newWidth, int newHeight, Origin origin) {
        float[] warped = new float[newWidth * newHeight];
        double[] place = new double[2];
        for (int y = 0; y < newHeight; y++) {
            for (int x = 0; x < newWidth; x++) {
                origin.of(x + 0.5, y + 0.5, place);
                warped[y * newWidth + x] = at(place[0] - 0.5, place[1] - 0.5);
            }
        }
        return new Canvas(warped, newWidth, newHeight);
    }

    private float at(double x, double y) {
        double fromX = Math.clamp(x, 0, width - 1);
        double fromY = Math.clamp(y, 0, height - 1);
        int left = Math.min((int) fromX, width - 2);
        int top = Math.min((int) fromY, height - 2);
        float u = (float) (fromX - left);
        float v = (float) (fromY - top);
        int i = top * width + left;
        float above = light[i] * (1 - u) + light[i + 1] * u;
        float below = light[i + width] * (1 - u) + light[i + width + 1] * u;
        return above * (1 - v) + below * v;
    }

    Canvas shrunk(double factor) {
        return of(luminance().shrunkTo((int) Math.max(24, Math.round(factor * Math.max(width, height)))));
    }

    Canvas blurred(Lens lens) {
        return new Canvas(lens.blur(light, width, height), width, height);
    }

    Canvas jpeg(int quality) {
        return of(Luminance.of(JpegLoss.of(bytes(), width, height, quality), width, height));
    }
}
