package org.seatside.qr.engine;

/// How well the function patterns of a version show under a grid: the weighted mean, over groups of modules, of each
/// group's own correlation, so uneven light does not count.
final class PatternFitness {
    private static final double LEAST_VARIANCE = 4;
    private static final int LEAST_MODULES = 4;
    private static final double TIMING_WEIGHT = 1.2;
    private static final double INNER_ALIGNMENT_WEIGHT = 0.5;
    private static final int MOST_GROUPS = SymbolVersion.FIRST_ALIGNMENT_GROUP + 46;

    private final Correlation correlation = new Correlation();
    private final double[] n = new double[MOST_GROUPS];
    private final double[] sum = new double[MOST_GROUPS];
    private final double[] squares = new double[MOST_GROUPS];
    private final double[] signs = new double[MOST_GROUPS];
    private final double[] products = new double[MOST_GROUPS];
    private double weakestFinder;

    /// Finders and timing lines only: some 230 samples that turn away nearly all that is no symbol.
    double quick(Grid grid, GreyView view) {
        int d = grid.dimension();
        weakestFinder = 1;
        double total = finder(grid, view, 0, 0) + finder(grid, view, d - 7, 0) + finder(grid, view, 0, d - 7);
        correlation.reset();
        for (int i = 8; i < d - 8; i++) {
            correlation.add((i & 1) == 0 ? 1 : -1, grid.sample(view, i + 0.5, 6.5));
        }
        total += TIMING_WEIGHT * correlation.value(LEAST_VARIANCE);
        correlation.reset();
        for (int i = 8; i < d - 8; i++) {
            correlation.add((i & 1) == 0 ? 1 : -1, grid.sample(view, 6.5, i + 0.5));
        }
        total += TIMING_WEIGHT * correlation.value(LEAST_VARIANCE);
        return total / (3 + 2 * TIMING_WEIGHT);
    }

    /// The least correlation of a finder in the last [#quick].
    double weakestFinder() {
        return weakestFinder;
    }

    private double finder(Grid grid, GreyView view, int left, int top) {
        int d = grid.dimension();
        correlation.reset();
        for (int y = Math.max(-1, -top); y < Math.min(8, d - top); y++) {
            for (int x = Math.max(-1, -left); x < Math.min(8, d - left); x++) {
                int ring = Math.max(Math.abs(x - 3), Math.abs(y - 3));
                int sign = ring == 2 || ring == 4 ? -1 : 1;
                correlation.add(sign, grid.sample(view, left + x + 0.5, top + y + 0.5));
            }
        }
        double value = correlation.value(LEAST_VARIANCE);
        weakestFinder = Math.min(weakestFinder, value);
        return value;
    }

    /// All function patterns. Above 0.9 is good, 0.55 to 0.85 hard but readable, below 0.25 no symbol.
    double full(Grid grid, SymbolVersion version, GreyView view) {
        int groups = version.groups();
        for (int k = 0; k < groups; k++) {
            n[k] = 0;
            sum[k] = 0;
            squares[k] = 0;
            signs[k] = 0;
            products[k] = 0;
        }
        int[] px = version.patternX();
        int[] py = version.patternY();
        byte[] sign = version.patternSign();
        byte[] group = version.patternGroup();
        for (int i = 0; i < px.length; i++) {
            float value = grid.sample(view, px[i] + 0.5, py[i] + 0.5);
            int k = group[i];
            n[k]++;
            sum[k] += value;
            squares[k] += value * value;
            signs[k] += sign[i];
            products[k] -= sign[i] * value;
        }
        return weightedMean(groups);
    }

    private double weightedMean(int groups) {
        double total = 0;
        double weights = 0;
        for (int k = 0; k < groups; k++) {
            if (n[k] < LEAST_MODULES) {
                continue;
            }
            double weight = weight(k, groups);
            weights += weight;
            double variance = squares[k] - sum[k] * sum[k] / n[k];
            if (variance >= n[k] * LEAST_VARIANCE) {
                double covariance = products[k] + signs[k] * sum[k] / n[k];
                total += weight * covariance / Math.sqrt(variance * (n[k] - signs[k] * signs[k] / n[k]));
            }
        }
        return total / weights;
    }

    private static double weight(int group, int groups) {
        if (group < SymbolVersion.FIRST_ALIGNMENT_GROUP) {
            return group < SymbolVersion.GROUP_HORIZONTAL_TIMING ? 1 : TIMING_WEIGHT;
        }
        return group == groups - 1 ? 1 : INNER_ALIGNMENT_WEIGHT;
    }
}
