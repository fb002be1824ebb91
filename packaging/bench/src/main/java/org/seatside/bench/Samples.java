package org.seatside.bench;

import java.util.Arrays;

/// Numbers of one kind, and where they lie.
public final class Samples {
    private static final double MEDIAN = 0.5;
    private static final double P95 = 0.95;

    private double[] values = new double[64];
    private int size;

    public void add(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = value;
    }

    public void addAll(Samples others) {
        for (int i = 0; i < others.size; i++) {
            add(others.values[i]);
        }
    }

    public int size() {
        return size;
    }

    public double median() {
        return quantile(MEDIAN);
    }

    public double p95() {
        return quantile(P95);
    }

    public double max() {
        return quantile(1);
    }

    /// The least value that `share` of all stay within (nearest rank), 0 without values.
    public double quantile(double share) {
        if (size == 0) {
            return 0;
        }
        double[] sorted = Arrays.copyOf(values, size);
        Arrays.sort(sorted);
        return sorted[Math.max(0, (int) Math.ceil(share * size) - 1)];
    }
}
