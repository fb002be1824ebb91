package org.seatside.qr;

import java.util.Arrays;

/// Shrinks a picture by the mean over the area each target pixel covers, parts of pixels counted in part.
final class AreaMean {
    private static final int ONE = 1 << 8;

    private AreaMean() {}

    /// The target may not be larger than the picture.
    static Luminance shrink(Luminance picture, int width, int height) {
        byte[] target = new byte[width * height];
        long[] sums = new long[width];
        int[] edges = edges(picture.width(), width);
        for (int y = 0; y < height; y++) {
            long from = (long) y * picture.height() * ONE / height;
            long to = (long) (y + 1) * picture.height() * ONE / height;
            Arrays.fill(sums, 0);
            for (int row = (int) (from / ONE); (long) row * ONE < to; row++) {
                int weight = (int) (Math.min(to, (row + 1L) * ONE) - Math.max(from, (long) row * ONE));
                addRow(picture, row, edges, weight, sums);
            }
            for (int x = 0; x < width; x++) {
                long area = (to - from) * (edges[x + 1] - edges[x]);
                target[y * width + x] = (byte) ((sums[x] + area / 2) / area);
            }
        }
        return Luminance.of(target, width, height);
    }

    private static int[] edges(int from, int to) {
        int[] edges = new int[to + 1];
        for (int x = 0; x <= to; x++) {
            edges[x] = (int) ((long) x * from * ONE / to);
        }
        return edges;
    }

    private static void addRow(Luminance picture, int row, int[] edges, int weight, long[] sums) {
        byte[] pixels = picture.pixels();
        int offset = row * picture.stride();
        for (int x = 0; x < sums.length; x++) {
            int first = edges[x] / ONE;
            int last = (edges[x + 1] - 1) / ONE;
            long sum = 0;
            for (int i = first; i <= last; i++) {
                sum += (long) ONE * (pixels[offset + i] & 0xff);
            }
            sum -= (long) (edges[x] - first * ONE) * (pixels[offset + first] & 0xff);
            sum -= (long) ((last + 1) * ONE - edges[x + 1]) * (pixels[offset + last] & 0xff);
            sums[x] += weight * sum;
        }
    }
}
