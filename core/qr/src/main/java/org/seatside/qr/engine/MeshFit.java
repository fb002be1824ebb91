package org.seatside.qr.engine;

import java.util.Arrays;

/// Bends a grid to paper that is not flat: mesh nodes are moved to where function modules show their colour and
/// data modules are clearly one or the other, near to where their neighbours pull them.
final class MeshFit {
    private static final double[] STEPS = {0.40, 0.25, 0.15, 0.10};
    private static final double STIFFNESS = 0.35;
    private static final double STAYING = 0.003;
    private static final double SEED_RADIUS = 2.5;
    private static final double EXTRAPOLATION = 0.3;
    private static final int WINDOW_RADIUS = 4;
    private static final int MODULES = SymbolVersion.LARGEST_DIMENSION * SymbolVersion.LARGEST_DIMENSION;
    private static final int MOST_CENTRES = 7;

    private final AlignmentSearch search;
    private final LocalThreshold threshold = new LocalThreshold();
    private final float[] values = new float[MODULES];
    private final float[] thresholds = new float[MODULES];
    private final float[] deviations = new float[MODULES];
    private final double[] du = new double[MOST_CENTRES * MOST_CENTRES];
    private final double[] dv = new double[MOST_CENTRES * MOST_CENTRES];
    private final boolean[] found = new boolean[MOST_CENTRES * MOST_CENTRES];

    MeshFit(AlignmentSearch search) {
        this.search = search;
    }

    /// Gives the grid a mesh from where its alignment patterns are found, diagonal by diagonal, each predicted
    /// by the ones left of and above it. For symbols with at least three of them a side.
    void seed(Grid grid, SymbolVersion version, GreyView view, Deadline deadline) {
        int[] centres = version.alignment();
        int count = centres.length;
        Arrays.fill(du, 0);
        Arrays.fill(dv, 0);
        Arrays.fill(found, false);
        found[0] = true;
        found[count - 1] = true;
        found[(count - 1) * MOST_CENTRES] = true;
        for (int diagonal = 1; diagonal <= 2 * (count - 1); diagonal++) {
            for (int row = Math.max(0, diagonal - count + 1); row <= Math.min(diagonal, count - 1); row++) {
                if (!found[row * MOST_CENTRES + diagonal - row]) {
                    locate(grid, view, centres, row, diagonal - row, deadline);
                }
            }
        }
        grid.addMesh();
        int nodes = grid.nodes();
        for (int y = 0; y < nodes; y++) {
            for (int x = 0; x < nodes; x++) {
                interpolate(grid, centres, x, y);
            }
        }
    }

    private void locate(Grid grid, GreyView view, int[] centres, int row, int column, Deadline deadline) {
        int at = row * MOST_CENTRES + column;
        int from = 0;
        if (column > 0 && found[at - 1]) {
            du[at] += du[at - 1];
            dv[at] += dv[at - 1];
            from++;
        }
        if (row > 0 && found[at - MOST_CENTRES]) {
            du[at] += du[at - MOST_CENTRES];
            dv[at] += dv[at - MOST_CENTRES];
            from++;
        }
        du[at] /= Math.max(1, from);
        dv[at] /= Math.max(1, from);
        double u = centres[column] + 0.5 + du[at];
        double v = centres[row] + 0.5 + dv[at];
        if (search.search(grid, view, u, v, SEED_RADIUS, deadline)) {
            du[at] += search.offsetU();
            dv[at] += search.offsetV();
            found[at] = true;
        }
    }

    private void interpolate(Grid grid, int[] centres, int x, int y) {
        double u = x * grid.nodeSpacing();
        double v = y * grid.nodeSpacing();
        int i = before(centres, u);
        int j = before(centres, v);
        double a = share(centres, i, u);
        double b = share(centres, j, v);
        int at = j * MOST_CENTRES + i;
        int below = at + MOST_CENTRES;
        int node = y * grid.nodes() + x;
        grid.meshU[node] =
                (du[at] * (1 - a) + du[at + 1] * a) * (1 - b) + (du[below] * (1 - a) + du[below + 1] * a) * b;
        grid.meshV[node] =
                (dv[at] * (1 - a) + dv[at + 1] * a) * (1 - b) + (dv[below] * (1 - a) + dv[below + 1] * a) * b;
    }

    private static int before(int[] centres, double u) {
        int i = 0;
        while (i < centres.length - 2 && u > centres[i + 1] + 0.5) {
            i++;
        }
        return i;
    }

    private static double share(int[] centres, int i, double u) {
        double share = (u - centres[i] - 0.5) / (centres[i + 1] - centres[i]);
        return Math.clamp(share, -EXTRAPOLATION, 1 + EXTRAPOLATION);
    }

    /// Moves the nodes.
    ///
    /// @return false if the deadline passed; the grid is then left as far as it came
    boolean refine(Grid grid, SymbolVersion version, GreyView view, Deadline deadline) {
        grid.addMesh();
        int d = version.dimension();
        for (double step : STEPS) {
            if (!ModuleSampler.fivePoints(grid, view, values, deadline)) {
                return false;
            }
            threshold.mean(values, d, WINDOW_RADIUS, thresholds);
            threshold.deviation(values, d, WINDOW_RADIUS, thresholds, deviations);
            for (int row = 0; row < grid.nodes(); row++) {
                for (int column = 0; column < grid.nodes(); column++) {
                    if (deadline.passed()) {
                        return false;
                    }
                    moveNode(grid, version, view, row, column, step);
                }
            }
        }
        return true;
    }

    private void moveNode(Grid grid, SymbolVersion version, GreyView view, int row, int column, double step) {
        int node = row * grid.nodes() + column;
        double neighbourU = neighbourMean(grid.meshU, grid.nodes(), row, column);
        double neighbourV = neighbourMean(grid.meshV, grid.nodes(), row, column);
        double fromU = grid.meshU[node];
        double fromV = grid.meshV[node];
        double bestU = fromU;
        double bestV = fromV;
        double best = -Double.MAX_VALUE;
        for (int move = 0; move < 9; move++) {
            double u = fromU + (move % 3 - 1) * step;
            double v = fromV + (move / 3 - 1) * step;
            grid.meshU[node] = u;
            grid.meshV[node] = v;
            double strain = (u - neighbourU) * (u - neighbourU) + (v - neighbourV) * (v - neighbourV);
            double value = clarity(grid, version, view, row, column) - STIFFNESS * strain + (move == 4 ? STAYING : 0);
            if (value > best) {
                best = value;
                bestU = u;
                bestV = v;
            }
        }
        grid.meshU[node] = bestU;
        grid.meshV[node] = bestV;
    }

    private static double neighbourMean(double[] mesh, int nodes, int row, int column) {
        int node = row * nodes + column;
        double sum = 0;
        int count = 0;
        if (column > 0) {
            sum += mesh[node - 1];
            count++;
        }
        if (column < nodes - 1) {
            sum += mesh[node + 1];
            count++;
        }
        if (row > 0) {
            sum += mesh[node - nodes];
            count++;
        }
        if (row < nodes - 1) {
            sum += mesh[node + nodes];
            count++;
        }
        return sum / count;
    }

    /// How clearly the modules around a node are what they are, weighted by their nearness to it.
    private double clarity(Grid grid, SymbolVersion version, GreyView view, int row, int column) {
        int d = version.dimension();
        byte[] pattern = version.pattern();
        double spacing = grid.nodeSpacing();
        double u = column * spacing;
        double v = row * spacing;
        int left = (int) Math.max(0, u - spacing * 0.75);
        int right = (int) Math.min(d, u + spacing * 0.75 + 1);
        int top = (int) Math.max(0, v - spacing * 0.75);
        int bottom = (int) Math.min(d, v + spacing * 0.75 + 1);
        double sum = 0;
        int count = 0;
        for (int y = top; y < bottom; y++) {
            for (int x = left; x < right; x++) {
                double weight = (1 - Math.abs(x + 0.5 - u) / spacing) * (1 - Math.abs(y + 0.5 - v) / spacing);
                if (weight > 0.05) {
                    int i = y * d + x;
                    float soft = (grid.sample(view, x + 0.5, y + 0.5) - thresholds[i]) / deviations[i];
                    float clipped = Math.max(-1.3f, Math.min(1.3f, soft));
                    sum += weight * (pattern[i] == 0 ? Math.abs(clipped) : -2 * pattern[i] * clipped);
                    count++;
                }
            }
        }
        return sum / Math.max(1, count);
    }
}
