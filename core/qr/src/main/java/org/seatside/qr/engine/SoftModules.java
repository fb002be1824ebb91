package org.seatside.qr.engine;

/// Turns a grid into one soft value for each module, in the several ways of [Decision].
final class SoftModules {
    private static final int MODULES = SymbolVersion.LARGEST_DIMENSION * SymbolVersion.LARGEST_DIMENSION;
    private static final float SHARPENING = 0.6f;

    /// Grey values stay about as far apart as they were.
    private static final float LOG_SCALE = 48;

    /// Black is never without stray light, and noise must not count there.
    private static final float LOG_OFFSET = 8;

    private final LocalThreshold threshold = new LocalThreshold();
    private final Equaliser equaliser = new Equaliser();
    private final InterferenceCanceller canceller = new InterferenceCanceller();
    private final float[] values = new float[MODULES];
    private final float[] changed = new float[MODULES];
    private final float[] thresholds = new float[MODULES];
    private final float[] soft = new float[MODULES];
    private final float[] result = new float[MODULES];

    /// Samples a grid, which [#decide] then works on.
    boolean sample(Grid grid, Scene scene, Deadline deadline) {
        return ModuleSampler.fivePoints(grid, scene.grey(), values, deadline);
    }

    /// Leaves the decision in [#values].
    ///
    /// @return false where this way is not possible or the deadline passed
    boolean decide(Decision decision, Grid grid, SymbolVersion version, Scene scene, Deadline deadline) {
        int d = version.dimension();
        return switch (decision) {
            case MEAN -> byMean(values, d, 4, 4);
            case MIDDLE -> byMiddle(values, d, 4, result);
            case EQUALISED_3 ->
                byMiddle(values, d, 6, soft) && equaliser.equalise(soft, version, 1, 0.02, result, deadline);
            case EQUALISED_5 ->
                byMiddle(values, d, 6, soft) && equaliser.equalise(soft, version, 2, 0.05, result, deadline);
            case CANCELLED ->
                byMiddle(values, d, 6, soft)
                        && equaliser.equalise(soft, version, 1, 0.02, changed, deadline)
                        && canceller.cancel(soft, changed, version, result, deadline);
            case SHARPENED -> {
                sharpen(d);
                yield byMean(changed, d, 3, 3);
            }
            case NARROW -> byMean(values, d, 2, 4);
            case SIDED -> bySide(d);
            case WHOLE ->
                ModuleSampler.wholeModule(grid, scene.grey(), changed, deadline) && byMiddle(changed, d, 4, result);
            case BINARY ->
                ModuleSampler.wholeModule(grid, scene.binary(), changed, deadline) && byMiddle(changed, d, 4, result);
        };
    }

    /// One value a module, row after row, dark negative.
    float[] values() {
        return result;
    }

    private boolean byMean(float[] from, int d, int radius, int deviationRadius) {
        threshold.mean(from, d, radius, thresholds);
        threshold.soften(from, d, deviationRadius, thresholds, result);
        return true;
    }

    private boolean byMiddle(float[] from, int d, int radius, float[] to) {
        threshold.middle(from, d, radius, thresholds);
        threshold.soften(from, d, radius, thresholds, to);
        return true;
    }

    private boolean bySide(int d) {
        for (int i = 0; i < d * d; i++) {
            changed[i] = LOG_SCALE * (float) Math.log(Math.max(0, values[i]) + LOG_OFFSET);
        }
        threshold.sided(changed, d, thresholds);
        threshold.soften(changed, d, 2, thresholds, result);
        return true;
    }

    private void sharpen(int d) {
        for (int y = 0; y < d; y++) {
            int above = Math.max(0, y - 1) * d;
            int below = Math.min(d - 1, y + 1) * d;
            for (int x = 0; x < d; x++) {
                float here = values[y * d + x];
                float around = values[above + x]
                        + values[below + x]
                        + values[y * d + Math.max(0, x - 1)]
                        + values[y * d + Math.min(d - 1, x + 1)];
                changed[y * d + x] = here + SHARPENING * (here - around / 4);
            }
        }
    }
}
