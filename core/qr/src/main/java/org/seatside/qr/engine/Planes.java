package org.seatside.qr.engine;

import java.util.Arrays;

/// Makes changed copies of a grey plane whose rows follow each other without gaps. Targets are grown as needed and kept
/// by the caller.
final class Planes {
    private int[] columns = new int[0];
    private int[] means = new int[0];

    static byte[] grown(byte[] buffer, int length) {
        return buffer.length < length ? new byte[length] : buffer;
    }

    static int[] grown(int[] buffer, int length) {
        return buffer.length < length ? new int[length] : buffer;
    }

    /// The mean of every 2x2 pixels; an odd last row or column is left out.
    static void halve(byte[] source, int width, int height, byte[] target) {
        int halfWidth = width / 2;
        int halfHeight = height / 2;
        for (int y = 0; y < halfHeight; y++) {
            halveRow(source, 2 * y * width, width, target, y * halfWidth, halfWidth);
        }
    }

    private static void halveRow(byte[] source, int from, int width, byte[] target, int to, int halfWidth) {
        for (int x = 0, p = from; x < halfWidth; x++, p += 2) {
            int sum = (source[p] & 255)
                    + (source[p + 1] & 255)
                    + (source[p + width] & 255)
                    + (source[p + width + 1] & 255);
            target[to + x] = (byte) ((sum + 2) >> 2);
        }
    }

    /// Twice the size by linear interpolation: weights 9, 3, 3, 1 of 16.
    void doubled(byte[] source, int width, int height, byte[] target) {
        means = grown(means, width + 2);
        for (int y = 0; y < 2 * height; y++) {
            int near = y >> 1;
            int far = Math.clamp(near + ((y & 1) == 0 ? -1 : 1), 0, height - 1);
            for (int x = 0; x < width; x++) {
                means[x + 1] = 3 * (source[near * width + x] & 255) + (source[far * width + x] & 255);
            }
            means[0] = means[1];
            means[width + 1] = means[width];
            int row = y * 2 * width;
            for (int x = 0; x < width; x++) {
                int centre = 3 * means[x + 1] + 8;
                target[row + 2 * x] = (byte) ((centre + means[x]) >> 4);
                target[row + 2 * x + 1] = (byte) ((centre + means[x + 2]) >> 4);
            }
        }
    }

    /// Unsharp mask, `p + gain (p - mean)`, the mean over `(2 radius + 1)²` pixels by running column and row sums.
    ///
    /// @param radius less than both sides
    void sharpen(byte[] source, int width, int height, int radius, float gain, byte[] target) {
        columns = grown(columns, width);
        means = grown(means, width);
        Arrays.fill(columns, 0, width, 0);
        for (int y = -radius; y <= radius; y++) {
            accumulate(source, Math.clamp(y, 0, height - 1) * width, width, 1);
        }
        int scaledGain = (int) (gain * 256);
        for (int y = 0; y < height; y++) {
            meansOfRow(width, radius);
            int row = y * width;
            for (int x = 0; x < width; x++) {
                int value = source[row + x] & 255;
                int sharp = value + ((scaledGain * (value - means[x])) >> 8);
                target[row + x] = (byte) Math.max(0, Math.min(255, sharp));
            }
            accumulate(source, Math.min(height - 1, y + radius + 1) * width, width, 1);
            accumulate(source, Math.max(0, y - radius) * width, width, -1);
        }
    }

    private void meansOfRow(int width, int radius) {
        int side = 2 * radius + 1;
        long inverse = (1L << 24) / ((long) side * side) + 1;
        int sum = columns[0] * (radius + 1);
        for (int x = 0; x < radius; x++) {
            sum += columns[Math.min(x + 1, width - 1)];
        }
        for (int x = 0; x < width; x++) {
            means[x] = (int) ((sum * inverse) >> 24);
            sum += columns[Math.min(width - 1, x + radius + 1)] - columns[Math.max(0, x - radius)];
        }
    }

    private void accumulate(byte[] source, int row, int width, int sign) {
        for (int x = 0; x < width; x++) {
            columns[x] += sign * (source[row + x] & 255);
        }
    }

    /// Exchanges dark and light.
    static void invert(byte[] grey, int length, byte[] target) {
        for (int i = 0; i < length; i++) {
            target[i] = (byte) ~grey[i];
        }
    }
}
