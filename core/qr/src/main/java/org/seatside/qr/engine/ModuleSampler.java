package org.seatside.qr.engine;

/// Reads one grey value for each module of a grid.
final class ModuleSampler {
    private static final double NEAR = 0.3;
    private static final double FAR = 0.7;
    private static final int FINE = 5;

    private ModuleSampler() {}

    /// The weighted mean of five samples: the centre twice, four at a fifth of a module around it.
    ///
    /// @param values receives them, row after row
    /// @return false if the deadline passed before the last
    static boolean fivePoints(Grid grid, GreyView view, float[] values, Deadline deadline) {
        int d = grid.dimension();
        int n = 0;
        for (int y = 0; y < d; y++) {
            if ((y & 15) == 0 && deadline.passed()) {
                return false;
            }
            for (int x = 0; x < d; x++) {
                values[n++] = (2 * grid.sample(view, x + 0.5, y + 0.5)
                                + grid.sample(view, x + NEAR, y + NEAR)
                                + grid.sample(view, x + FAR, y + NEAR)
                                + grid.sample(view, x + NEAR, y + FAR)
                                + grid.sample(view, x + FAR, y + FAR))
                        / 6;
            }
        }
        return true;
    }

    /// The mean of 5x5 samples over the whole module, for modules that are patterned inside.
    static boolean wholeModule(Grid grid, GreyView view, float[] values, Deadline deadline) {
        int d = grid.dimension();
        int n = 0;
        for (int y = 0; y < d; y++) {
            if ((y & 3) == 0 && deadline.passed()) {
                return false;
            }
            for (int x = 0; x < d; x++) {
                float sum = 0;
                for (int j = 0; j < FINE; j++) {
                    for (int i = 0; i < FINE; i++) {
                        sum += grid.sample(view, x + (i + 0.5) / FINE, y + (j + 0.5) / FINE);
                    }
                }
                values[n++] = sum / (FINE * FINE);
            }
        }
        return true;
    }
}
