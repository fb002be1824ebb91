package org.seatside.qr.engine;

/// The correlation of a finder's 9x9 modules, its separator counted less, with grey values around a place.
final class FinderTemplate {
    static final int RADIUS = 4;
    static final int SIDE = 2 * RADIUS + 1;

    private static final float SEPARATOR_WEIGHT = 0.6f;
    private static final double LEAST_VARIANCE = 6;

    private final Correlation correlation = new Correlation();

    /// @param ax one module along the rows, in pixels, with `ay`; `bx` and `by` one along the columns
    double at(GreyView view, double x, double y, double ax, double ay, double bx, double by) {
        correlation.reset();
        for (int j = -RADIUS; j <= RADIUS; j++) {
            for (int i = -RADIUS; i <= RADIUS; i++) {
                add(i, j, view.at(x + ax * i + bx * j, y + ay * i + by * j));
            }
        }
        return correlation.value(LEAST_VARIANCE);
    }

    /// The same for values sampled a module apart.
    double atLattice(float[] lattice, int centre, int stride) {
        correlation.reset();
        for (int j = -RADIUS; j <= RADIUS; j++) {
            for (int i = -RADIUS; i <= RADIUS; i++) {
                add(i, j, lattice[centre + j * stride + i]);
            }
        }
        return correlation.value(LEAST_VARIANCE);
    }

    private void add(int i, int j, float value) {
        int ring = Math.max(Math.abs(i), Math.abs(j));
        correlation.add(ring == 4 || ring == 2 ? -1 : 1, value, ring == 4 ? SEPARATOR_WEIGHT : 1);
    }
}
