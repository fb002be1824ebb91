package org.seatside.qr.engine;

import java.util.Arrays;

/// Local thresholds over windows of modules. Masking balances dark and light (ISO/IEC 18004:2015, 7.8), so the mean of
/// a window lies between them.
final class LocalThreshold {
    private static final int SIDE = SymbolVersion.LARGEST_DIMENSION + 1;
    private static final float LEAST_DEVIATION = 3;
    private static final int ITERATIONS = 2;

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
