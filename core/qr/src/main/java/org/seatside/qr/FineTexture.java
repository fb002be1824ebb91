package org.seatside.qr;

import java.util.Arrays;

/// Looks for what a code looks like whose modules are smaller than the finders can be told from: a small
/// square of
/// texture that changes from pixel to pixel both ways, with calm around it. Small print can look the same.
/// Keeps its
/// buffers; one thread. Takes about two milliseconds for a million pixels.
final class FineTexture {
    private static final int CELL = 8;

    /// Grey levels between the darkest and the lightest pixel of a cell.
    private static final int LEAST_CONTRAST = 60;

    /// Mean difference of neighbours as a share of the contrast, across and down: an edge through a cell has
    /// 0.125 in
    /// one direction, or in both where it is diagonal.
    private static final double LEAST_CHANGE = 0.09;

    private static final double LEAST_CHANGE_BOTH_WAYS = 0.27;

    private static final int LEAST_SIDE = 4;
    private static final int MOST_SIDE = 14;
    private static final double MOST_ASPECT = 1.5;
    private static final double LEAST_FILL = 0.5;

    private boolean[] fine = new boolean[0];
    private int[] stack = new int[0];
    private int columns;
    private int rows;

    private int cells;
    private int left;
    private int right;
    private int top;
    private int bottom;

    /// The largest such square, or [Sight#NOTHING].
    ///
    /// @param scale pixels of the picture for one of the frame
    Sight find(Luminance picture, double scale) {
        columns = picture.width() / CELL;
        rows = picture.height() / CELL;
        if (fine.length < columns * rows) {
            fine = new boolean[columns * rows];
            stack = new int[columns * rows];
        }
        Arrays.fill(fine, 0, columns * rows, false);
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                fine[row * columns + column] = isFine(picture, column * CELL, row * CELL);
            }
        }
        Sight found = Sight.NOTHING;
        int largest = 0;
        for (int i = 0; i < columns * rows; i++) {
            if (fine[i]) {
                grow(i);
                int wide = right - left + 1;
                int high = bottom - top + 1;
                if (isSquare(wide, high) && wide + high > largest) {
                    largest = wide + high;
                    double pixels = CELL / scale;
                    found = new Sight.Tiny(
                            (left + wide / 2.0) * pixels, (top + high / 2.0) * pixels, largest / 2.0 * pixels);
                }
            }
        }
        return found;
    }

    private static boolean isFine(Luminance picture, int x0, int y0) {
        byte[] pixels = picture.pixels();
        int stride = picture.stride();
        int darkest = 255;
        int lightest = 0;
        int across = 0;
        int down = 0;
        for (int y = y0; y < y0 + CELL; y++) {
            int at = y * stride + x0;
            int before = pixels[at] & 0xff;
            for (int x = 0; x < CELL; x++) {
                int grey = pixels[at + x] & 0xff;
                darkest = Math.min(darkest, grey);
                lightest = Math.max(lightest, grey);
                across += Math.abs(grey - before);
                before = grey;
                if (y > y0) {
                    down += Math.abs(grey - (pixels[at + x - stride] & 0xff));
                }
            }
        }
        int contrast = lightest - darkest;
        double most = (double) contrast * CELL * (CELL - 1);
        return contrast >= LEAST_CONTRAST
                && Math.min(across, down) >= LEAST_CHANGE * most
                && across + down >= LEAST_CHANGE_BOTH_WAYS * most;
    }

    /// Takes the cells that hang together with this one out of the map, and measures them.
    private void grow(int start) {
        int waiting = 0;
        stack[waiting++] = start;
        fine[start] = false;
        cells = 0;
        left = columns;
        right = -1;
        top = rows;
        bottom = -1;
        while (waiting > 0) {
            int at = stack[--waiting];
            int column = at % columns;
            int row = at / columns;
            cells++;
            left = Math.min(left, column);
            right = Math.max(right, column);
            top = Math.min(top, row);
            bottom = Math.max(bottom, row);
            for (int y = Math.max(0, row - 1); y <= Math.min(rows - 1, row + 1); y++) {
                for (int x = Math.max(0, column - 1); x <= Math.min(columns - 1, column + 1); x++) {
                    if (fine[y * columns + x]) {
                        fine[y * columns + x] = false;
                        stack[waiting++] = y * columns + x;
                    }
                }
            }
        }
    }

    private boolean isSquare(int wide, int high) {
        return Math.min(wide, high) >= LEAST_SIDE
                && Math.max(wide, high) <= MOST_SIDE
                && Math.max(wide, high) <= MOST_ASPECT * Math.min(wide, high)
                && cells >= LEAST_FILL * wide * high;
    }
}
