package org.seatside.qr.engine;

/// Finds an alignment pattern near the place a grid predicts, by its 5x5 template (ISO/IEC 18004:2015, 6.3.6).
final class AlignmentSearch {
    private static final double LEAST_CORRELATION = 0.62;
    private static final double LEAST_VARIANCE = 9;
    private static final double STEP = 0.5;
    private static final double PENALTY_PER_MODULE = 0.012;
    private static final int MOST_STEPS = 18;
    private static final int TEMPLATE_STEPS = 4;
    private static final int MOST_SIDE = 2 * (MOST_STEPS + TEMPLATE_STEPS) + 1;
    private static final double[] REFINEMENTS = {0.25, 0.25, 0.12, 0.12};

    private final Correlation correlation = new Correlation();
    private final float[] lattice = new float[MOST_SIDE * MOST_SIDE];
    private double offsetU;
    private double offsetV;

    /// @param u column of the predicted centre in modules, `v` its row
    /// @param radius modules around it to search
    /// @return whether it was found; [#offsetU] and [#offsetV] then say how far from the prediction
    boolean search(Grid grid, GreyView view, double u, double v, double radius, Deadline deadline) {
        int steps = Math.min(MOST_STEPS, (int) (radius / STEP));
        if (!sampleLattice(grid, view, u, v, steps, deadline)) {
            return false;
        }
        int side = 2 * (steps + TEMPLATE_STEPS) + 1;
        double best = LEAST_CORRELATION;
        boolean found = false;
        for (int j = -steps; j <= steps; j++) {
            for (int i = -steps; i <= steps; i++) {
                int centre = (j + steps + TEMPLATE_STEPS) * side + i + steps + TEMPLATE_STEPS;
                double value = atLattice(centre, side) - PENALTY_PER_MODULE * STEP * Math.sqrt(i * i + j * j);
                if (value > best) {
                    best = value;
                    offsetU = i * STEP;
                    offsetV = j * STEP;
                    found = true;
                }
            }
        }
        if (found) {
            refine(grid, view, u, v, best);
        }
        return found;
    }

    double offsetU() {
        return offsetU;
    }

    double offsetV() {
        return offsetV;
    }

    /// All places a template can need, half a module apart, each sampled once.
    private boolean sampleLattice(Grid grid, GreyView view, double u, double v, int steps, Deadline deadline) {
        int reach = steps + TEMPLATE_STEPS;
        int n = 0;
        for (int j = -reach; j <= reach; j++) {
            if (deadline.passed()) {
                return false;
            }
            for (int i = -reach; i <= reach; i++) {
                lattice[n++] = grid.sample(view, u + i * STEP, v + j * STEP);
            }
        }
        return true;
    }

    private double atLattice(int centre, int side) {
        correlation.reset();
        for (int y = -2; y <= 2; y++) {
            for (int x = -2; x <= 2; x++) {
                correlation.add(sign(x, y), lattice[centre + 2 * (y * side + x)]);
            }
        }
        return correlation.value(LEAST_VARIANCE);
    }

    private void refine(Grid grid, GreyView view, double u, double v, double lattice) {
        double best = lattice;
        for (double step : REFINEMENTS) {
            for (int k = 0; k < 4; k++) {
                double du = offsetU + (k == 0 ? step : k == 1 ? -step : 0);
                double dv = offsetV + (k == 2 ? step : k == 3 ? -step : 0);
                double value = at(grid, view, u + du, v + dv);
                if (value > best) {
                    best = value;
                    offsetU = du;
                    offsetV = dv;
                }
            }
        }
    }

    private double at(Grid grid, GreyView view, double u, double v) {
        correlation.reset();
        for (int y = -2; y <= 2; y++) {
            for (int x = -2; x <= 2; x++) {
                correlation.add(sign(x, y), grid.sample(view, u + x, v + y));
            }
        }
        return correlation.value(LEAST_VARIANCE);
    }

    private static int sign(int x, int y) {
        return Math.max(Math.abs(x), Math.abs(y)) == 1 ? -1 : 1;
    }
}
