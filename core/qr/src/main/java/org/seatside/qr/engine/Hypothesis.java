package org.seatside.qr.engine;

/// A version laid over a triple of finders, with how well it fits. Pooled.
final class Hypothesis {
    final double[] uv = new double[8];
    final double[] xy = new double[8];
    SymbolVersion version = SymbolVersion.of(1);

    /// By finders and timing alone.
    double quick;

    /// By all function patterns.
    double fitness;

    void set(SymbolVersion version, double[] xy) {
        this.version = version;
        double far = version.dimension() - 3.5;
        uv[0] = 3.5;
        uv[1] = 3.5;
        uv[2] = far;
        uv[3] = 3.5;
        uv[4] = 3.5;
        uv[5] = far;
        uv[6] = far;
        uv[7] = far;
        System.arraycopy(xy, 0, this.xy, 0, 8);
        quick = 0;
        fitness = 0;
    }

    void copy(Hypothesis other) {
        version = other.version;
        System.arraycopy(other.uv, 0, uv, 0, 8);
        System.arraycopy(other.xy, 0, xy, 0, 8);
        quick = other.quick;
        fitness = other.fitness;
    }

    boolean layOver(Grid grid) {
        return grid.set(version.dimension(), uv, xy);
    }
}
