package org.seatside.qr;

import java.util.Arrays;
import java.util.Optional;
import org.seatside.qr.engine.Deadline;

/// Shrinks a picture by the mean over the area each target pixel covers, parts of pixels counted in part.
final class AreaMean {
    private static final int ONE = 1 << 8;

    private AreaMean() {}

    /// The target may not be larger than the picture.
    ///
    /// @return nothing where the deadline passed before the last row
    static Optional<Luminance> shrink(Luminance picture, int width, int height, Deadline deadline) {
        byte[] target = new byte[width * height];
        int[] columns = new int[picture.width()];
        int[] edges = edges(picture.width(), width);
        for (int y = 0; y < height; y++) {
            if (deadline.passed()) {
                return Optional.empty();
            }
            long from = (long) y * picture.height() * ONE / height;
            long to = (long) (y + 1) * picture.height() * ONE / height;
            Arrays.fill(columns, 0);
            for (int row = (int) (from / ONE); (long) row * ONE < to; row++) {
                int weight = (int) (Math.min(to, (row + 1L) * ONE) - Math.max(from, (long) row * ONE));
                addRow(picture.pixels(), row * picture.stride(), weight, columns);
            }
            for (int x = 0; x < width; x++) {
                long area = (to - from) * (edges[x + 1] - edges[x]);
                target[y * width + x] = (byte) ((sum(columns, edges[x], edges[x + 1]) + area / 2) / area);
            }
        }
        return Optional.of(Luminance.of(target, width, height));
    }

    private static int[] edges(int from, int to) {
        int[] edges = new int[to + 1];
        for (int x = 0; x <= to; x++) {
            edges[x] = (int) ((long) x * from * ONE / to);
        }
        return edges;
    }

    /// Plain, so that the compiler makes vector code of it: nearly all pixels go through here.
    private static void addRow(byte[] pixels, int row, int weight, int[] columns) {
        for (int x = 0; x < columns.length; x++) {
            columns[x] += weight * (pixels[row + x] & 0xff);
        }
    }

    private static long sum(int[] columns, int from, int to) {
        int first = from / ONE;
        int last = (to - 1) / ONE;
        long sum = 0;
        for (int i = first; i <= last; i++) {
            sum += (long) ONE * columns[i];
        }
        sum -= (long) (from - first * ONE) * columns[first];
        return sum - (long) ((last + 1) * ONE - to) * columns[last];
    }
}
