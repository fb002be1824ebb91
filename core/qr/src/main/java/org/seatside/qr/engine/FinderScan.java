package org.seatside.qr.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.List;

/// Finds finder candidates in a binary plane: rows that cross dark, light, dark, light, dark in the ratio 1:1:3:1:1
/// (ISO/IEC 18004:2015, 6.3.3), then the same through the centre downwards, across and along a diagonal.
///
/// A ratio is judged by the distances between edges of the same direction, which ink spread does not change.
final class FinderScan {
    private static final int LEAST_LENGTH = 9;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    private final CandidateMap map;
    private final CrossCheck cross = new CrossCheck();
    private int[] edges = new int[0];

    FinderScan(FinderPool pool) {
        map = new CandidateMap(pool);
    }

    /// @param binary 1 for dark, rows without gaps
    /// @param scale pixels of the full-size picture for one of this plane
    /// @param step every how many rows to look
    /// @param candidates where new candidates are added, in pixels of the full-size picture
    void scan(
            byte[] binary, int width, int height, double scale, int step, List<Finder> candidates, Deadline deadline) {
        edges = Planes.grown(edges, width + 2);
        map.clear(width * scale, height * scale);
        cross.open(binary, width, height);
        for (int y = step / 2; y < height && !deadline.passed(); y += step) {
            int count = edges(binary, width, y * width);
            edges[count] = width;
            for (int i = 0; i + 5 <= count; i += 2) {
                if (isFinder(i)) {
                    check(binary, width, height, i, y, scale, candidates);
                }
            }
        }
    }

    /// The columns at which a row changes, the first change being to dark. Eight pixels are compared with their left
    /// neighbours at once, so flat areas cost next to nothing.
    private int edges(byte[] binary, int width, int row) {
        int count = 0;
        int current = 0;
        int x = 0;
        for (; x + 8 <= width; x += 8) {
            long eight = (long) LONGS.get(binary, row + x);
            long changes = eight ^ (eight << 8 | current);
            while (changes != 0) {
                edges[count++] = x + (Long.numberOfTrailingZeros(changes) >> 3);
                changes &= changes - 1;
            }
            current = (int) (eight >>> 56);
        }
        for (; x < width; x++) {
            if (binary[row + x] != current) {
                edges[count++] = x;
                current ^= 1;
            }
        }
        return count;
    }

    private boolean isFinder(int i) {
        int length = edges[i + 5] - edges[i];
        int centre = edges[i + 3] - edges[i + 2];
        if (14 * centre < 3 * length || 10 * centre > 7 * length || length < LEAST_LENGTH) {
            return false;
        }
        return CrossCheck.isFinder(
                edges[i + 1] - edges[i],
                edges[i + 2] - edges[i + 1],
                centre,
                edges[i + 4] - edges[i + 3],
                edges[i + 5] - edges[i + 4]);
    }

    private void check(byte[] binary, int width, int height, int i, int y, double scale, List<Finder> candidates) {
        int length = edges[i + 5] - edges[i];
        int x = edges[i + 2] + (edges[i + 3] - edges[i + 2]) / 2;
        if (map.countIfKnown((x + 0.5) * scale, (y + 0.5) * scale, length / 7.0 * scale)) {
            return;
        }
        int longest = 3 * length;
        if (!cross.along(x, y, 0, 1, longest)) {
            return;
        }
        double centreY = y + cross.offset();
        int tall = cross.length();
        int row = (int) Math.round(centreY);
        if (row < 0 || row >= height || !cross.along(x, row, 1, 0, longest)) {
            return;
        }
        double centreX = x + cross.offset();
        int wide = cross.length();
        int column = (int) Math.round(centreX);
        if (column < 0 || column >= width || binary[row * width + column] != 1) {
            return;
        }
        if (cross.along(column, row, 1, 1, longest) || cross.along(column, row, 1, -1, longest)) {
            double module = Math.sqrt((double) wide * tall) / 7 * scale;
            map.add((centreX + 0.5) * scale, (centreY + 0.5) * scale, module, candidates);
        }
    }
}
