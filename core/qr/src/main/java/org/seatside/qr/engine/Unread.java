package org.seatside.qr.engine;

/// A symbol that was located and not read. Pooled.
final class Unread {
    /// The outer corners x, y in pixels, clockwise from the top left of the symbol.
    final double[] corners = new double[8];

    SymbolVersion version = SymbolVersion.of(1);

    /// By all function patterns.
    double fitness;

    /// One value a module, row after row, negative where dark; the first `dimension²`.
    float[] soft = new float[0];

    void set(SymbolVersion version, Grid grid, double fitness, float[] values) {
        int modules = version.dimension() * version.dimension();
        this.version = version;
        this.fitness = fitness;
        corner(grid, 0, 0, 0);
        corner(grid, 1, version.dimension(), 0);
        corner(grid, 2, version.dimension(), version.dimension());
        corner(grid, 3, 0, version.dimension());
        if (soft.length < modules) {
            soft = new float[modules];
        }
        System.arraycopy(values, 0, soft, 0, modules);
    }

    private void corner(Grid grid, int i, double u, double v) {
        grid.map(u, v);
        corners[2 * i] = grid.x();
        corners[2 * i + 1] = grid.y();
    }

    /// Whether a corner lies within a quarter of a module of that of a grid.
    boolean near(Grid grid, int i, double u, double v) {
        grid.map(u, v);
        return Math.hypot(grid.x() - corners[2 * i], grid.y() - corners[2 * i + 1]) < 0.25 * grid.modulePixels();
    }

    double x() {
        return (corners[0] + corners[2] + corners[4] + corners[6]) / 4;
    }

    double y() {
        return (corners[1] + corners[3] + corners[5] + corners[7]) / 4;
    }

    /// Half a diagonal.
    double reach() {
        return Math.hypot(corners[4] - corners[0], corners[5] - corners[1]) / 2;
    }
}
