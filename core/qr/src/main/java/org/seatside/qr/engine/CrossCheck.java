package org.seatside.qr.engine;

import java.util.Arrays;

/// Walks through a candidate's centre in one direction and asks whether the runs there are those of a finder.
final class CrossCheck {
    private byte[] binary = new byte[0];
    private int width;
    private int height;
    private final int[] runs = new int[5];
    private double offset;
    private int length;

    void open(byte[] binary, int width, int height) {
        this.binary = binary;
        this.width = width;
        this.height = height;
    }

    /// @param longest the most pixels a run may have
    boolean along(int x, int y, int dx, int dy, int longest) {
        Arrays.fill(runs, 0);
        int back = walk(x, y, -dx, -dy, 2, -1, longest);
        if (back <= 0) {
            return false;
        }
        int ahead = walk(x + dx, y + dy, dx, dy, 2, 1, longest);
        if (ahead < 0 || !isFinder(runs[0], runs[1], runs[2], runs[3], runs[4])) {
            return false;
        }
        // The middle of the centre run counts twice, those of the inner and the whole pattern once each.
        double centre = (ahead - back + 1) / 2.0;
        double inner = (runs[3] + ahead - (runs[1] + back - 1)) / 2.0;
        double outer = (runs[4] + runs[3] + ahead - (runs[0] + runs[1] + back - 1)) / 2.0;
        offset = (2 * centre + inner + outer) / 4;
        length = runs[0] + runs[1] + runs[2] + runs[3] + runs[4];
        return true;
    }

    /// From the start to the centre of the pattern in steps of the walk, after [#along] said yes.
    double offset() {
        return offset;
    }

    /// Steps across the whole pattern, after [#along] said yes.
    int length() {
        return length;
    }

    /// Adds to the runs of one side; gives the pixels of the centre run met, or -1 if a run is missing or too long.
    private int walk(int startX, int startY, int dx, int dy, int firstRun, int direction, int longest) {
        int x = startX;
        int y = startY;
        int centre = 0;
        int colour = 1;
        for (int run = firstRun; run >= 0 && run < 5; run += direction, colour ^= 1) {
            int count = 0;
            while (x >= 0 && y >= 0 && x < width && y < height && binary[y * width + x] == colour && count <= longest) {
                count++;
                x += dx;
                y += dy;
            }
            if (count > longest || (count == 0 && run != firstRun)) {
                return -1;
            }
            runs[run] += count;
            centre = run == firstRun ? count : centre;
        }
        return centre;
    }

    /// Whether five runs are 1:1:3:1:1 within tolerance: each edge-to-edge distance near two or four modules.
    static boolean isFinder(int a, int b, int c, int d, int e) {
        int sum = a + b + c + d + e;
        if (sum < 7) {
            return false;
        }
        float module = sum / 7f;
        if (c < 1.5f * module || c > 4.6f * module || c < Math.max(b, d) || c < 1.2f * Math.max(a, e)) {
            return false;
        }
        float outer = 0.75f * module + 0.6f;
        float inner = 1.4f * module + 0.6f;
        return Math.abs(a + b - 2 * module) < outer
                && Math.abs(d + e - 2 * module) < outer
                && Math.abs(b + c - 4 * module) < inner
                && Math.abs(c + d - 4 * module) < inner;
    }
}
