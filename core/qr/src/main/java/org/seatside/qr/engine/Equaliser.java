package org.seatside.qr.engine;

import java.util.Arrays;

/// A linear filter over the neighbourhood of a module, trained on the modules whose colour is known, that undoes blur
/// without an estimate of it. Ridge regression pulled towards leaving values as they are (Hoerl and Kennard 1970).
final class Equaliser {
    private static final int MOST_TAPS = 26;

    private final double[][] normal = new double[MOST_TAPS][MOST_TAPS];
    private final double[] weights = new double[MOST_TAPS];
    private final float[] taps = new float[MOST_TAPS];

    /// @param soft values around 0, dark negative, as [LocalThreshold#soften] gives them
    /// @param radius 1 or 2: a filter of 3x3 or 5x5 modules
    /// @param ridge the pull towards identity, in means of the diagonal
    /// @param target receives the filtered values
    /// @return false where the equations have no solution or the deadline passed
    boolean equalise(float[] soft, SymbolVersion version, int radius, double ridge, float[] target, Deadline deadline) {
        int side = 2 * radius + 1;
        int count = side * side + 1;
        if (!train(soft, version, radius, count, deadline)) {
            return false;
        }
        double trace = 0;
        for (int i = 0; i < count - 1; i++) {
            trace += normal[i][i];
        }
        double pull = ridge * trace / (count - 1);
        for (int i = 0; i < count; i++) {
            normal[i][i] += pull;
        }
        weights[(count - 2) / 2] += pull; // the module itself
        return LinearSolver.solve(normal, weights, count)
                && filter(soft, version.dimension(), radius, target, deadline);
    }

    private boolean train(float[] soft, SymbolVersion version, int radius, int count, Deadline deadline) {
        for (int i = 0; i < count; i++) {
            Arrays.fill(normal[i], 0, count, 0);
        }
        Arrays.fill(weights, 0);
        int[] px = version.patternX();
        int[] py = version.patternY();
        byte[] sign = version.patternSign();
        for (int i = 0; i < px.length; i++) {
            if ((i & 255) == 0 && deadline.passed()) {
                return false;
            }
            collect(soft, version.dimension(), px[i], py[i], radius);
            for (int p = 0; p < count; p++) {
                float tap = taps[p];
                weights[p] -= tap * sign[i];
                double[] row = normal[p];
                for (int q = 0; q <= p; q++) {
                    row[q] += tap * taps[q];
                }
            }
        }
        for (int p = 0; p < count; p++) {
            for (int q = 0; q < p; q++) {
                normal[q][p] = normal[p][q];
            }
        }
        return true;
    }

    private boolean filter(float[] soft, int d, int radius, float[] target, Deadline deadline) {
        int count = (2 * radius + 1) * (2 * radius + 1) + 1;
        for (int y = 0; y < d; y++) {
            if (deadline.passed()) {
                return false;
            }
            for (int x = 0; x < d; x++) {
                collect(soft, d, x, y, radius);
                double sum = 0;
                for (int p = 0; p < count; p++) {
                    sum += weights[p] * taps[p];
                }
                target[y * d + x] = (float) sum;
            }
        }
        return true;
    }

    /// The neighbourhood, light outside the symbol (the quiet zone), and 1 for the bias.
    private void collect(float[] soft, int d, int x, int y, int radius) {
        int n = 0;
        if (x >= radius && y >= radius && x + radius < d && y + radius < d) {
            for (int j = -radius; j <= radius; j++) {
                int row = (y + j) * d + x;
                for (int i = -radius; i <= radius; i++) {
                    taps[n++] = soft[row + i];
                }
            }
        } else {
            for (int j = y - radius; j <= y + radius; j++) {
                for (int i = x - radius; i <= x + radius; i++) {
                    taps[n++] = i < 0 || j < 0 || i >= d || j >= d ? 1 : soft[j * d + i];
                }
            }
        }
        taps[n] = 1;
    }
}
