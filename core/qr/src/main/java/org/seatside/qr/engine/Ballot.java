package org.seatside.qr.engine;

/// What one frame showed of a symbol it could not read: its soft modules in steps of 1/32, and how much they
/// count.
/// Pooled.
final class Ballot {
    private static final float STEPS = 32;
    private static final double LEAST_NOISE = 0.05;
    private static final float MOST_SOFT = 2;

    final double[] corners = new double[8];

    SymbolVersion version = SymbolVersion.of(1);
    double fitness;
    long nanos;

    /// How much a module of this frame tells: by signal over noise of the modules that are known.
    double weight;

    private byte[] modules = new byte[0];

    void set(Unread unread, double left, double top, double scale, long nanos) {
        version = unread.version;
        fitness = unread.fitness;
        this.nanos = nanos;
        for (int i = 0; i < 8; i++) {
            corners[i] = unread.corners[i] / scale + (i % 2 == 0 ? left : top);
        }
        int count = version.dimension() * version.dimension();
        modules = Planes.grown(modules, count);
        for (int i = 0; i < count; i++) {
            modules[i] = (byte) Math.round(STEPS * Math.clamp(unread.soft[i], -MOST_SOFT, MOST_SOFT));
        }
        weight = weight();
    }

    /// A module's value is its colour times the signal, and noise: the logarithm of the odds of dark against
    /// light is then the value times signal over variance, so ballots add up with these weights.
    private double weight() {
        byte[] pattern = version.pattern();
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int i = 0; i < pattern.length; i++) {
            if (pattern[i] != 0) {
                double value = -pattern[i] * modules[i] / STEPS;
                sum += value;
                squares += value * value;
                count++;
            }
        }
        double signal = Math.max(0, sum / count);
        return signal / Math.max(LEAST_NOISE, squares / count - signal * signal);
    }

    /// The correlation of the modules that hold data: 1 for the same, about 0 for those of another symbol.
    ///
    /// @param other of the same version
    double kinship(Ballot other) {
        boolean[] reserved = version.reserved();
        long products = 0;
        long squares = 1;
        long othersSquares = 1;
        for (int i = 0; i < reserved.length; i++) {
            if (!reserved[i]) {
                products += modules[i] * other.modules[i];
                squares += modules[i] * modules[i];
                othersSquares += other.modules[i] * other.modules[i];
            }
        }
        return products / Math.sqrt((double) squares * othersSquares);
    }

    /// Adds the modules times the weight.
    void addTo(float[] sum) {
        float factor = (float) weight / STEPS;
        int count = version.dimension() * version.dimension();
        for (int i = 0; i < count; i++) {
            sum[i] += factor * modules[i];
        }
    }

    void copyTo(float[] soft) {
        int count = version.dimension() * version.dimension();
        for (int i = 0; i < count; i++) {
            soft[i] = modules[i] / STEPS;
        }
    }

    /// Whether both show a symbol in the same place.
    boolean isNear(Unread unread, double left, double top, double scale) {
        double x = ((corners[0] + corners[2] + corners[4] + corners[6]) / 4 - left) * scale;
        double y = ((corners[1] + corners[3] + corners[5] + corners[7]) / 4 - top) * scale;
        return Math.hypot(unread.x() - x, unread.y() - y) < unread.reach() / 3;
    }
}
