package org.seatside.qr;

import java.util.Arrays;

/// The mean over a square window, by running column sums: the cost does not depend on the radius.
final class BoxMean {
    private int[] columns = new int[0];

    /// Writes the mean of the `(2 radius + 1)²` pixels around each pixel to `target`; at the borders, of those that
    /// exist.
    void apply(byte[] source, int width, int height, int radius, byte[] target) {
        if (columns.length < width) {
            columns = new int[width];
        }
        Arrays.fill(columns, 0, width, 0);
        for (int y = 0; y < Math.min(radius, height); y++) {
            addRow(source, y * width, width, 1);
        }
        for (int y = 0; y < height; y++) {
            if (y + radius < height) {
                addRow(source, (y + radius) * width, width, 1);
            }
            if (y - radius - 1 >= 0) {
                addRow(source, (y - radius - 1) * width, width, -1);
            }
            int rows = Math.min(y + radius, height - 1) - Math.max(y - radius, 0) + 1;
            writeRow(width, rows, radius, target, y * width);
        }
    }

    private void addRow(byte[] source, int offset, int width, int sign) {
        for (int x = 0; x < width; x++) {
            columns[x] += sign * (source[offset + x] & 0xff);
        }
    }

    private void writeRow(int width, int rows, int radius, byte[] target, int offset) {
        int sum = 0;
        for (int x = 0; x < Math.min(radius, width); x++) {
            sum += columns[x];
        }
        for (int x = 0; x < width; x++) {
            if (x + radius < width) {
                sum += columns[x + radius];
            }
            if (x - radius - 1 >= 0) {
                sum -= columns[x - radius - 1];
            }
            int count = rows * (Math.min(x + radius, width - 1) - Math.max(x - radius, 0) + 1);
            target[offset + x] = (byte) ((sum + count / 2) / count);
        }
    }
}
