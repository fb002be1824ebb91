package org.seatside.qr.engine;

/// Solves small systems of linear equations by Gaussian elimination with partial pivoting, in place.
final class LinearSolver {
    private static final double SINGULAR = 1e-12;

    private LinearSolver() {}

    /// @param a `n` rows of at least `n` numbers, destroyed
    /// @param b the right side, replaced by the solution
    /// @return false where there is no single solution; `b` is then undefined
    static boolean solve(double[][] a, double[] b, int n) {
        for (int i = 0; i < n; i++) {
            pivot(a, b, i, n);
            double[] row = a[i];
            if (!(Math.abs(row[i]) >= SINGULAR)) {
                return false;
            }
            for (int j = i + 1; j < n; j++) {
                double factor = a[j][i] / row[i];
                if (factor != 0) {
                    double[] other = a[j];
                    for (int k = i; k < n; k++) {
                        other[k] -= factor * row[k];
                    }
                    b[j] -= factor * b[i];
                }
            }
        }
        for (int i = n - 1; i >= 0; i--) {
            double sum = b[i];
            for (int k = i + 1; k < n; k++) {
                sum -= a[i][k] * b[k];
            }
            b[i] = sum / a[i][i];
        }
        return true;
    }

    private static void pivot(double[][] a, double[] b, int i, int n) {
        int best = i;
        for (int j = i + 1; j < n; j++) {
            best = Math.abs(a[j][i]) > Math.abs(a[best][i]) ? j : best;
        }
        double[] row = a[i];
        a[i] = a[best];
        a[best] = row;
        double value = b[i];
        b[i] = b[best];
        b[best] = value;
    }
}
