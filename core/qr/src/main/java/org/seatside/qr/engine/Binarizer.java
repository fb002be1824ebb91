package org.seatside.qr.engine;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.Arrays;

/// Makes binary planes, one byte a pixel, 1 for dark, from the statistics of 8x8 blocks. They serve to find
/// finder candidates only; modules are decided on grey values. Planes of at least 8x8 pixels.
final class Binarizer {
    static final int BLOCK = 8;

    private static final int LEAST_CONTRAST = 22;
    private static final int MEAN_RADIUS = 3;
    private static final float MEAN_FACTOR = 0.97f;
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long EVEN_BYTES = 0x00ff00ff00ff00ffL;
    private static final long HIGH_BITS = 0x8080808080808080L;
    private static final long EIGHT = 0x0101010101010101L;

    private int[] blocks = new int[0];
    private int[] integral = new int[0];
    private long[] thresholds = new long[0];

    /// The mean of 5x5 smoothed block levels, a flat block being taken for light unless its neighbours say
    /// otherwise: the rule of ZXing's hybrid binarizer, straight to bytes.
    void hybrid(byte[] grey, int width, int height, byte[] target) {
        int across = (width + BLOCK - 1) / BLOCK;
        int down = (height + BLOCK - 1) / BLOCK;
        prepare(across, down);
        for (int by = 0; by < down; by++) {
            int row = Math.min(by * BLOCK, height - BLOCK) * width;
            for (int bx = 0; bx < across; bx++) {
                int at = row + Math.min(bx * BLOCK, width - BLOCK);
                blocks[by * across + bx] = level(grey, at, width, bx, by, across);
            }
        }
        integrate(across, down);
        for (int by = 0; by < down; by++) {
            int y = Math.clamp(by, 2, Math.max(2, down - 3));
            for (int bx = 0; bx < across; bx++) {
                int x = Math.clamp(bx, 2, Math.max(2, across - 3));
                thresholds[bx] = EIGHT * Math.min(255, mean(x, y, 2, across, down) + 1);
            }
            compareRows(grey, width, height, by, target);
        }
    }

    /// 0.97 of the mean over 7x7 blocks: finds codes in texture and on screens that the other rule breaks up.
    void blockMean(byte[] grey, int width, int height, byte[] target) {
        int across = (width + BLOCK - 1) / BLOCK;
        int down = (height + BLOCK - 1) / BLOCK;
        prepare(across, down);
        for (int by = 0; by < down; by++) {
            int row = Math.min(by * BLOCK, height - BLOCK) * width;
            for (int bx = 0; bx < across; bx++) {
                blocks[by * across + bx] = sum(grey, row + Math.min(bx * BLOCK, width - BLOCK), width);
            }
        }
        integrate(across, down);
        for (int by = 0; by < down; by++) {
            for (int bx = 0; bx < across; bx++) {
                int mean = mean(bx, by, MEAN_RADIUS, across, down);
                thresholds[bx] = EIGHT * (int) (MEAN_FACTOR * mean / (BLOCK * BLOCK));
            }
            compareRows(grey, width, height, by, target);
        }
    }

    private void prepare(int across, int down) {
        blocks = Planes.grown(blocks, across * down);
        integral = Planes.grown(integral, (across + 1) * (down + 1));
        if (thresholds.length < across) {
            thresholds = new long[across];
        }
    }

    /// The contrast is that of every second pixel: half the work, and no block that matters hides between them.
    private int level(byte[] grey, int at, int width, int bx, int by, int across) {
        int low = 255;
        int high = 0;
        for (int k = 0, p = at; k < 4; k++, p += 2 * width) {
            int q = p + (k & 1);
            int a = grey[q] & 255;
            int b = grey[q + 2] & 255;
            int c = grey[q + width + 4] & 255;
            int d = grey[q + width + 6] & 255;
            low = Math.min(low, Math.min(Math.min(a, b), Math.min(c, d)));
            high = Math.max(high, Math.max(Math.max(a, b), Math.max(c, d)));
        }
        if (high - low > LEAST_CONTRAST) {
            return sum(grey, at, width) / (BLOCK * BLOCK);
        }
        if (bx > 0 && by > 0) {
            int here = by * across + bx;
            int neighbours = (blocks[here - across] + 2 * blocks[here - 1] + blocks[here - across - 1]) / 4;
            if (low < neighbours) {
                return neighbours;
            }
        }
        return low / 2;
    }

    private static int sum(byte[] grey, int at, int width) {
        long lanes = 0;
        for (int k = 0, p = at; k < BLOCK; k++, p += width) {
            long eight = (long) LONGS.get(grey, p);
            lanes += (eight & EVEN_BYTES) + (eight >>> 8 & EVEN_BYTES);
        }
        return (int) ((lanes & 0xffff) + (lanes >>> 16 & 0xffff) + (lanes >>> 32 & 0xffff) + (lanes >>> 48));
    }

    private void integrate(int across, int down) {
        int stride = across + 1;
        Arrays.fill(integral, 0, stride, 0);
        for (int y = 0; y < down; y++) {
            int sum = 0;
            integral[(y + 1) * stride] = 0;
            for (int x = 0; x < across; x++) {
                sum += blocks[y * across + x];
                integral[(y + 1) * stride + x + 1] = integral[y * stride + x + 1] + sum;
            }
        }
    }

    private int mean(int x, int y, int radius, int across, int down) {
        int left = Math.max(0, x - radius);
        int right = Math.min(across, x + radius + 1);
        int top = Math.max(0, y - radius);
        int bottom = Math.min(down, y + radius + 1);
        int stride = across + 1;
        int sum = integral[bottom * stride + right]
                - integral[top * stride + right]
                - integral[bottom * stride + left]
                + integral[top * stride + left];
        return sum / Math.max(1, (right - left) * (bottom - top));
    }

    private void compareRows(byte[] grey, int width, int height, int by, byte[] target) {
        int end = Math.min(height, (by + 1) * BLOCK);
        for (int y = by * BLOCK; y < end; y++) {
            compareRow(grey, y * width, width, thresholds, target);
        }
    }

    /// 1 where a pixel is below the threshold of its block, eight pixels at once: the bit that a subtraction
    /// of two bytes borrows (Warren, Hacker's Delight, 2-13), which no byte passes on to the next.
    ///
    /// @param thresholds of each eight pixels, in every byte the same
    static void compareRow(byte[] grey, int row, int width, long[] thresholds, byte[] target) {
        int whole = width / BLOCK;
        for (int b = 0; b < whole; b++) {
            long x = (long) LONGS.get(grey, row + b * BLOCK);
            long y = thresholds[b];
            long difference = ((x | HIGH_BITS) - (y & ~HIGH_BITS)) ^ ((x ^ ~y) & HIGH_BITS);
            long borrows = ((~x & y) | (~(x ^ y) & difference)) & HIGH_BITS;
            LONGS.set(target, row + b * BLOCK, borrows >>> 7);
        }
        for (int x = whole * BLOCK; x < width; x++) {
            target[row + x] = (byte) ((grey[row + x] & 255) < (thresholds[whole] & 255) ? 1 : 0);
        }
    }
}
