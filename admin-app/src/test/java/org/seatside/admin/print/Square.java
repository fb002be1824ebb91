package org.seatside.admin.print;

import java.awt.image.BufferedImage;

/// A QR code found on a rendered page.
///
/// @param side its width in pixels, without quiet zone
record Square(int left, int top, int side) {
    private static final int DARK = 128;

    /// Looks for the upper left finder: a dark ring seven modules wide with a light ring and a dark heart inside.
    /// The code then reaches to the last dark pixel of the finder's uppermost row, where the other finder ends.
    static Square on(BufferedImage page) {
        for (int y = 0; y < page.getHeight(); y++) {
            for (int x = 0; x < page.getWidth(); x++) {
                int run = run(page, x, y);
                if (run > 50 && Math.abs(run - column(page, x, y)) <= 1 && rings(page, x, y, run / 7.0)) {
                    return new Square(x, y, lastDark(page, y) - x + 1);
                }
                x += run;
            }
        }
        throw new AssertionError("no finder on the page");
    }

    private static boolean rings(BufferedImage page, int x, int y, double module) {
        for (int row = 0; row < 7; row++) {
            for (int column = 0; column < 7; column++) {
                int ring = Math.max(Math.abs(row - 3), Math.abs(column - 3));
                boolean dark = dark(page, (int) (x + (column + 0.5) * module), (int) (y + (row + 0.5) * module));
                if (dark != (ring != 2)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int lastDark(BufferedImage page, int y) {
        int x = page.getWidth() - 1;
        while (!dark(page, x, y)) {
            x--;
        }
        return x;
    }

    /// Whether nothing dark is within `quiet` pixels of the code's four sides.
    boolean lightAround(BufferedImage page, int quiet) {
        for (int y = top - quiet; y < top + side + quiet; y++) {
            for (int x = left - quiet; x < left + side + quiet; x++) {
                boolean inside = x >= left - 1 && x <= left + side && y >= top - 1 && y <= top + side;
                if (!inside && dark(page, x, y)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static int run(BufferedImage page, int x, int y) {
        int length = 0;
        while (x + length < page.getWidth() && dark(page, x + length, y)) {
            length++;
        }
        return length;
    }

    private static int column(BufferedImage page, int x, int y) {
        int length = 0;
        while (y + length < page.getHeight() && dark(page, x, y + length)) {
            length++;
        }
        return length;
    }

    private static boolean dark(BufferedImage page, int x, int y) {
        return page.getRaster().getSample(x, y, 0) < DARK;
    }
}
