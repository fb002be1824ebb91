package org.seatside.qr.engine;

import java.util.Arrays;

/// Undoes blur in which modules run into each other: estimates from known modules how much each takes in of its
/// neighbours, then looks for the colours that explain all values best. That colours lie between dark and light
/// brings back some of what blur leaves nothing of, which no linear filter can: least squares within bounds, by
/// coordinate descent (Tan, Rasmussen, Lim, "Constrained maximum-likelihood detection in CDMA", IEEE Transactions on
/// Communications 49, 2001).
final class InterferenceCanceller {
    private static final int RADIUS = 2;
    private static final int SIDE = 2 * RADIUS + 1;
    private static final int TAPS = SIDE * SIDE;

    /// Around the symbol, so that no neighbour's neighbour lies outside the arrays.
    private static final int MARGIN = 2 * RADIUS;

    /// Larger symbols would take tens of milliseconds.
    private static final int LARGEST_DIMENSION = 101;

    private static final int LARGEST = LARGEST_DIMENSION + 2 * MARGIN;
    private static final int ROUNDS = 5;
    private static final int SWEEPS = 6;

    /// Ten times as much hides that blur is wide: of modules moved by three, one in eight stays wrong instead of none.
    private static final double RIDGE = 0.002;

    /// A colour between dark and light that is as good as one of them.
    private static final double SURE = 0.3;

    private final double[][] normal = new double[TAPS + 1][TAPS + 1];

    /// What a module's value takes in of the colour of each module around it, and a bias.
    private final double[] response = new double[TAPS + 1];

    private final double[] taps = new double[TAPS + 1];
    private final double[] colours = new double[LARGEST * LARGEST];
    private final double[] rest = new double[LARGEST * LARGEST];
    private final boolean[] known = new boolean[LARGEST * LARGEST];
    private int d;
    private int stride;

    /// @param soft values around 0, dark negative, as [LocalThreshold#soften] gives them
    /// @param first about what comes out, to begin with
    /// @param target receives colours, -1 for dark, and how far beyond a bound the values would have them
    /// @return false for a symbol too large or where the deadline passed
    boolean cancel(float[] soft, float[] first, SymbolVersion version, float[] target, Deadline deadline) {
        d = version.dimension();
        if (d > LARGEST_DIMENSION) {
            return false;
        }
        begin(first, version.pattern());
        for (int round = 0; round < ROUNDS; round++) {
            if (!estimate(soft, round > 0, deadline) || !solve(soft, target, deadline)) {
                return false;
            }
        }
        return true;
    }

    /// The quiet zone is known to be light.
    private void begin(float[] first, byte[] pattern) {
        stride = d + 2 * MARGIN;
        Arrays.fill(colours, 0, stride * stride, 1);
        Arrays.fill(known, 0, stride * stride, true);
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                int at = at(x, y);
                byte sign = pattern[y * d + x];
                known[at] = sign != 0;
                colours[at] = sign != 0 ? -sign : Math.clamp(first[y * d + x], -1.0, 1.0);
            }
        }
    }

    private int at(int x, int y) {
        return (y + MARGIN) * stride + x + MARGIN;
    }

    /// Ridge regression towards no blur.
    ///
    /// @param all whether to learn from modules that are decided, not only from those that are known
    private boolean estimate(float[] soft, boolean all, Deadline deadline) {
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(response, 0);
        int count = 0;
        for (int y = 0; y < d && !deadline.passed(); y++) {
            for (int x = 0; x < d; x++) {
                int at = at(x, y);
                if (all ? known[at] || Math.abs(colours[at]) >= SURE : surrounded(at)) {
                    learn(at, soft[y * d + x], all);
                    count++;
                }
            }
        }
        double pull = RIDGE * count;
        for (int p = 0; p < TAPS; p++) {
            normal[p][p] += pull;
        }
        response[TAPS / 2] += pull;
        normal[TAPS][TAPS] += 1e-6;
        return LinearSolver.solve(normal, response, TAPS + 1);
    }

    /// Whether a module and those around it are known; blur reaches further, but those are few.
    private boolean surrounded(int at) {
        for (int j = -1; j <= 1; j++) {
            for (int i = -1; i <= 1; i++) {
                if (!known[at + j * stride + i]) {
                    return false;
                }
            }
        }
        return true;
    }

    private void learn(int at, float value, boolean all) {
        int n = 0;
        for (int j = -RADIUS; j <= RADIUS; j++) {
            for (int i = -RADIUS; i <= RADIUS; i++) {
                int other = at + j * stride + i;
                taps[n++] = all || known[other] ? colours[other] : 0;
            }
        }
        taps[TAPS] = 1;
        for (int p = 0; p <= TAPS; p++) {
            response[p] += taps[p] * value;
            double[] row = normal[p];
            for (int q = 0; q <= TAPS; q++) {
                row[q] += taps[p] * taps[q];
            }
        }
    }

    private boolean solve(float[] soft, float[] target, Deadline deadline) {
        Arrays.fill(rest, 0, stride * stride, 0);
        for (int y = 0; y < d; y++) {
            for (int x = 0; x < d; x++) {
                rest[at(x, y)] = soft[y * d + x] - explained(at(x, y));
            }
        }
        for (int sweep = 0; sweep <= SWEEPS; sweep++) {
            for (int y = 0; y < d; y++) {
                if (deadline.passed()) {
                    return false;
                }
                for (int x = 0; x < d; x++) {
                    int at = at(x, y);
                    target[y * d + x] = (float) (known[at] ? colours[at] : improve(x, y, at, sweep < SWEEPS));
                }
            }
        }
        return true;
    }

    private double explained(int at) {
        double sum = response[TAPS];
        int n = 0;
        for (int j = -RADIUS; j <= RADIUS; j++) {
            for (int i = -RADIUS; i <= RADIUS; i++) {
                sum += response[n++] * colours[at + j * stride + i];
            }
        }
        return sum;
    }

    /// The colour of a module that leaves the least unexplained, were there no bounds.
    ///
    /// @param keep whether the module takes it, within the bounds
    private double improve(int x, int y, int at, boolean keep) {
        double gain = 0;
        double own = 1e-6;
        int n = 0;
        for (int j = -RADIUS; j <= RADIUS; j++) {
            for (int i = -RADIUS; i <= RADIUS; i++, n++) {
                if (y >= j && x >= i && y - j < d && x - i < d) {
                    gain += response[n] * rest[at - j * stride - i];
                    own += response[n] * response[n];
                }
            }
        }
        double value = colours[at] + gain / own;
        double change = Math.clamp(value, -1.0, 1.0) - colours[at];
        if (keep && change != 0) {
            colours[at] += change;
            n = 0;
            for (int j = -RADIUS; j <= RADIUS; j++) {
                for (int i = -RADIUS; i <= RADIUS; i++) {
                    rest[at - j * stride - i] -= response[n++] * change;
                }
            }
        }
        return value;
    }
}
