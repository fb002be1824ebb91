package org.seatside.qr.engine;

import java.util.Arrays;

/// The grids of a picture on which everything was tried in vain: other passes and other finders lead to the
/// same ones again.
final class FailedGrids {
    private static final int NUMBERS = 9;

    private double[] grids = new double[16 * NUMBERS];
    private int count;

    void clear() {
        count = 0;
    }

    void add(Grid grid) {
        if ((count + 1) * NUMBERS > grids.length) {
            grids = Arrays.copyOf(grids, 2 * grids.length);
        }
        int at = count++ * NUMBERS;
        grids[at + NUMBERS - 1] = grid.dimension();
        for (int corner = 0; corner < 4; corner++) {
            mapCorner(grid, corner);
            grids[at + 2 * corner] = grid.x();
            grids[at + 2 * corner + 1] = grid.y();
        }
    }

    /// Whether all four corners are within so many modules of those of a grid that failed.
    boolean holds(Grid grid, double modules) {
        double reach = modules * grid.modulePixels();
        for (int i = 0; i < count; i++) {
            if (grids[i * NUMBERS + NUMBERS - 1] == grid.dimension() && near(grid, i * NUMBERS, reach)) {
                return true;
            }
        }
        return false;
    }

    private boolean near(Grid grid, int at, double reach) {
        for (int corner = 0; corner < 4; corner++) {
            mapCorner(grid, corner);
            double dx = grid.x() - grids[at + 2 * corner];
            double dy = grid.y() - grids[at + 2 * corner + 1];
            if (dx * dx + dy * dy > reach * reach) {
                return false;
            }
        }
        return true;
    }

    private static void mapCorner(Grid grid, int corner) {
        int d = grid.dimension();
        grid.map((corner & 1) * d, (corner >> 1) * d);
    }
}
