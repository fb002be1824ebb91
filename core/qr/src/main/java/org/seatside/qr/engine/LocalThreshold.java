package org.seatside.qr.engine;

import java.util.Arrays;

/// Local thresholds over windows of modules. Masking balances dark and light (ISO/IEC 18004:2015, 7.8), so the mean of
/// a window lies between them.
final class LocalThreshold {
    private static final int SIDE = SymbolVersion.LARGEST_DIMENSION + 1;
    private static final float LEAST_DEVIATION = 3;
    private static final int ITERATIONS = 2;

    /// Share of the usual variance.
    private static final double LEAST_VARIANCE = 0.4;

    private static final double CLEARLY_LESS = 0.8;

    private final double[] all = new double[SIDE * SIDE];
    private final double[] dark = new double[SIDE * SIDE];
    private final double[] darkCount = new double[SIDE * SIDE];
    private final float[] distances = new float[SIDE * SIDE];
    private final float[] deviations = new float[SIDE * SIDE];

    /// The mean over `(2 radius + 1)²` modules, the window shifted inwards at the borders.
    void mean(float[] values, int d, int radius, float[] thresholds) {
        int stride = d + 1;
        Arrays.fill(all, 0, stride, 0);
        for (int y = 0; y < d; y++) {
            double sum = 0;
            all[(y + 1) * stride] = 0;
            for (int x = 0; x < d; x++) {
                sum += values[y * d + x];
                all[(y + 1) * stride + x + 1] = all[y * stride + x + 1] + sum;
            }
        }
        int side = Math.min(d, 2 * radius + 1);
        double area = side * side;
        for (int y = 0; y < d; y++) {
            int top = Math.clamp(y - radius, 0, d - side) * stride;
            int bottom = top + side * stride;
            for (int x = 0; x < d; x++) {
                int left = Math.clamp(x - radius, 0, d - side);
                int right = left + side;
                double sum = all[bottom + right] - all[top + right] - all[bottom + left] + all[top + left];
                thresholds[y * d + x] = (float) (sum / area);
            }
        }
    }

    /// The middle between the means of dark and light modules in the window, starting from the mean: better where a
    /// window is mostly of one colour.
    void middle(float[] values, int d, int radius, float[] thresholds) {
        mean(values, d, radius, thresholds);
        for (int i = 0; i < ITERATIONS; i++) {
            integrateClasses(values, d, thresholds);
            for (int y = 0; y < d; y++) {
                for (int x = 0; x < d; x++) {
                    middleAt(x, y, d, radius, thresholds);
                }
            }
        }
    }

    private void integrateClasses(float[] values, int d, float[] thresholds) {
        int stride = d + 1;
        Arrays.fill(dark, 0, stride, 0);
        Arrays.fill(darkCount, 0, stride, 0);
        for (int y = 0; y < d; y++) {
            double sum = 0;
            double darkSum = 0;
            int count = 0;
            int row = (y + 1) * stride;
            all[row] = 0;
            dark[row] = 0;
            darkCount[row] = 0;
            for (int x = 0; x < d; x++) {
                float value = values[y * d + x];
                sum += value;
                if (value < thresholds[y * d + x]) {
                    darkSum += value;
                    count++;
                }
                all[row + x + 1] = all[row - stride + x + 1] + sum;
                dark[row + x + 1] = dark[row - stride + x + 1] + darkSum;
                darkCount[row + x + 1] = darkCount[row - stride + x + 1] + count;
            }
        }
    }

    private void middleAt(int x, int y, int d, int radius, float[] thresholds) {
        int left = Math.max(0, x - radius);
        int right = Math.min(d, x + radius + 1);
        int top = Math.max(0, y - radius);
        int bottom = Math.min(d, y + radius + 1);
        double area = (right - left) * (bottom - top);
        int stride = d + 1;
        int a = top * stride + left;
        int b = top * stride + right;
        int c = bottom * stride + left;
        int e = bottom * stride + right;
        double count = darkCount[e] - darkCount[b] - darkCount[c] + darkCount[a];
        if (count >= 1 && count <= area - 1) {
            double darkSum = dark[e] - dark[b] - dark[c] + dark[a];
            double lightSum = all[e] - all[b] - all[c] + all[a] - darkSum;
            thresholds[y * d + x] = (float) ((darkSum / count + lightSum / (area - count)) / 2);
        }
    }

    /// The mean over that window of 5x5 modules with the module in it whose values vary least: of nine, one in
    /// the middle, the others off by two modules (Kuwahara et al., "Processing of RI-angiocardiographic images",
    /// 1976). A window across the edge of a shadow varies more than one beside it. One that varies much less than
    /// is usual in the symbol shows one colour and does not count.
    void sided(float[] values, int d, float[] thresholds) {
        integrateSquares(values, d);
        mean(values, d, 2, thresholds);
        double least = LEAST_VARIANCE * usualVariance(d);
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                double best = Double.MAX_VALUE;
                for (int k = 0; k < 9; k++) {
                    int i = (k + 4) % 9; // the middle one first
                    int left = Math.clamp(x - 4 + 2 * (i % 3), 0, d - 5);
                    int top = Math.clamp(y - 4 + 2 * (i / 3), 0, d - 5);
                    double mean = window(all, d, left, top);
                    double variance = window(dark, d, left, top) - mean * mean;
                    if (variance >= least && variance < best * CLEARLY_LESS) {
                        best = variance;
                        thresholds[y * d + x] = (float) mean;
                    }
                }
            }
        }
    }

    /// Leaves sums of the values' squares in [#dark].
    private void integrateSquares(float[] values, int d) {
        int stride = d + 1;
        Arrays.fill(dark, 0, stride, 0);
        for (int y = 0; y < d; y++) {
            double sum = 0;
            dark[(y + 1) * stride] = 0;
            for (int x = 0; x < d; x++) {
                sum += values[y * d + x] * values[y * d + x];
                dark[(y + 1) * stride + x + 1] = dark[y * stride + x + 1] + sum;
            }
        }
    }

    /// The mean, over windows side by side, of their variances; a window across a shadow's edge counts little.
    private double usualVariance(int d) {
        double harmonic = 0;
        int count = 0;
        for (int y = 0; y + 5 <= d; y += 2) {
            for (int x = 0; x + 5 <= d; x += 2) {
                double mean = window(all, d, x, y);
                harmonic += 1 / Math.max(1, window(dark, d, x, y) - mean * mean);
                count++;
            }
        }
        return count / harmonic;
    }

    private static double window(double[] sums, int d, int left, int top) {
        int above = top * (d + 1) + left;
        int below = above + 5 * (d + 1);
        return (sums[below + 5] - sums[above + 5] - sums[below] + sums[above]) / 25;
    }

    /// Distances from the threshold in units of their local mean: dark negative, the size a confidence.
    void soften(float[] values, int d, int radius, float[] thresholds, float[] soft) {
        deviation(values, d, radius, thresholds, deviations);
        for (int i = 0; i < d * d; i++) {
            soft[i] = (values[i] - thresholds[i]) / deviations[i];
        }
    }

    /// The local mean of distances from the threshold, at least 3 grey levels.
    void deviation(float[] values, int d, int radius, float[] thresholds, float[] result) {
        for (int i = 0; i < d * d; i++) {
            distances[i] = Math.abs(values[i] - thresholds[i]);
        }
        mean(distances, d, radius, result);
        for (int i = 0; i < d * d; i++) {
            result[i] = Math.max(LEAST_DEVIATION, result[i]);
        }
    }
}
