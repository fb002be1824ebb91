package org.seatside.qr.engine;

/// Moves a grid's control points, one coordinate after the other in ever smaller steps, to where the function patterns
/// fit best.
final class GridClimb {
    private static final double[] STEPS = {0.8, 0.4, 0.2, 0.1};
    private static final int PASSES = 3;
    private static final double LEAST_GAIN = 1e-4;

    private final PatternFitness fitness;

    GridClimb(PatternFitness fitness) {
        this.fitness = fitness;
    }

    /// @param start the fitness of the grid as it is
    /// @return the fitness reached
    double climb(Grid grid, SymbolVersion version, GreyView view, double start, Deadline deadline) {
        double best = start;
        double module = grid.modulePixels();
        for (double step : STEPS) {
            for (int pass = 0; pass < PASSES; pass++) {
                double before = best;
                for (int k = 0; k < grid.xy.length && !deadline.passed(); k++) {
                    best = move(grid, version, view, k, step * module, best);
                }
                if (best == before) {
                    break;
                }
            }
        }
        return best;
    }

    private double move(Grid grid, SymbolVersion version, GreyView view, int k, double step, double best) {
        double origin = grid.xy[k];
        for (int sign = -1; sign <= 1; sign += 2) {
            grid.xy[k] = origin + sign * step;
            if (grid.solve()) {
                double value = fitness.full(grid, version, view);
                if (value > best + LEAST_GAIN) {
                    return value;
                }
            }
        }
        grid.xy[k] = origin;
        grid.solve();
        return best;
    }
}
