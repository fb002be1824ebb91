package org.seatside.qr.engine;

/// Looks for the bottom right corner of a small symbol by what the data modules show: where they are most clearly dark
/// or light. For version 1, which has no alignment pattern there, and small ones that hide it.
final class CornerSearch {
    private static final double[] STEPS = {0.9, 0.35};
    private static final int REACH = 3;
    private static final double LEAST_GAIN = 1.01;
    private static final int LARGEST_DIMENSION = 33;
    private static final int WINDOW_RADIUS = 4;

    private final LocalThreshold threshold = new LocalThreshold();
    private final float[] values = new float[LARGEST_DIMENSION * LARGEST_DIMENSION];
    private final float[] thresholds = new float[LARGEST_DIMENSION * LARGEST_DIMENSION];

    static boolean suits(SymbolVersion version, double fitness) {
        int d = version.dimension();
        return d <= LARGEST_DIMENSION && fitness > 0.7 && (version.number() == 1 || fitness < 0.97);
    }

    /// Moves the fourth control point; false, and the grid where it was, if nothing is clearly better.
    boolean search(Grid grid, SymbolVersion version, GreyView view, Deadline deadline) {
        double x = grid.xy[6];
        double y = grid.xy[7];
        grid.map(grid.uv[6] + 1, grid.uv[7]);
        double ux = grid.x() - x;
        double uy = grid.y() - y;
        grid.map(grid.uv[6], grid.uv[7] + 1);
        double vx = grid.x() - x;
        double vy = grid.y() - y;
        double start = contrast(grid, version, view);
        double best = start;
        double bestU = 0;
        double bestV = 0;
        for (double step : STEPS) {
            double centreU = bestU;
            double centreV = bestV;
            for (int k = 0; k < (2 * REACH + 1) * (2 * REACH + 1) && !deadline.passed(); k++) {
                double u = centreU + (k % (2 * REACH + 1) - REACH) * step;
                double v = centreV + (k / (2 * REACH + 1) - REACH) * step;
                grid.xy[6] = x + u * ux + v * vx;
                grid.xy[7] = y + u * uy + v * vy;
                double value = grid.solve() ? contrast(grid, version, view) : 0;
                if (value > best) {
                    best = value;
                    bestU = u;
                    bestV = v;
                }
            }
        }
        grid.xy[6] = x + bestU * ux + bestV * vx;
        grid.xy[7] = y + bestU * uy + bestV * vy;
        return grid.solve() && best > start * LEAST_GAIN;
    }

    private double contrast(Grid grid, SymbolVersion version, GreyView view) {
        int d = version.dimension();
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                values[y * d + x] = grid.sample(view, x + 0.5, y + 0.5);
            }
        }
        threshold.mean(values, d, WINDOW_RADIUS, thresholds);
        byte[] pattern = version.pattern();
        double sum = 0;
        for (int i = 0; i < d * d; i++) {
            sum += pattern[i] == 0 ? Math.abs(values[i] - thresholds[i]) : 0;
        }
        return sum;
    }
}
