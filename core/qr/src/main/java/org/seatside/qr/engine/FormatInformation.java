package org.seatside.qr.engine;

/// Reads format and version information softly: the code word whose modules correlate best with the sampled
/// ones, both copies together, instead of the one with the fewest differing bits (ISO/IEC 18004:2015, 7.9,
/// 7.10, annexes C and D).
final class FormatInformation {
    static final int COUNT = 32;
    static final int MODULES = 30;

    /// What is laid over the code word: in symbols of today, in those of Model 1 (ISO/IEC 18004:2000, annex M),
    /// and in those of generators that forget it.
    static final int MASK = 0x5412;

    static final int MASK_OF_MODEL_ONE = 0x2825;
    static final int NO_MASK = 0;

    private static final int FORMAT_GENERATOR = 0x537;
    private static final int VERSION_GENERATOR = 0x1f25;
    private static final int FIRST_VERSION = 7;

    /// Least sum over 18 modules of a copy for a version to be believed: half of them, as one copy may be
    /// damaged.
    private static final double LEAST_VERSION_SCORE = 9;

    private static final int[] COLUMN = {8, 8, 8, 8, 8, 8, 8, 8, 7, 5, 4, 3, 2, 1, 0};
    private static final int[] ROW = {0, 1, 2, 3, 4, 5, 7, 8, 8, 8, 8, 8, 8, 8, 8};
    private static final int[] FORMATS = new int[COUNT];
    private static final int[] VERSIONS = new int[SymbolVersion.MOST + 1];

    static {
        for (int i = 0; i < COUNT; i++) {
            FORMATS[i] = encoded(i, 10, FORMAT_GENERATOR);
        }
        for (int i = FIRST_VERSION; i <= SymbolVersion.MOST; i++) {
            VERSIONS[i] = encoded(i, 12, VERSION_GENERATOR);
        }
    }

    private final double[] bits = new double[15];
    private final double[] scores = new double[COUNT];
    private final float[] versionModules = new float[36];

    /// The BCH code word: the remainder of the data by the generator follows the data.
    private static int encoded(int data, int parity, int generator) {
        int remainder = data << parity;
        for (int bit = 31 - Integer.numberOfLeadingZeros(Math.max(remainder, 1)); bit >= parity; bit--) {
            if ((remainder >> bit & 1) != 0) {
                remainder ^= generator << (bit - parity);
            }
        }
        return data << parity | remainder;
    }

    /// Scores all 32 formats, each between -30 and 30.
    ///
    /// @param soft one value a module, row after row, negative where dark; clipped to -1 … 1 here
    /// @return the best score
    double score(float[] soft, int dimension) {
        return score(soft, dimension, MASK);
    }

    /// The same under another mask.
    double score(float[] soft, int dimension, int mask) {
        for (int i = 0; i < bits.length; i++) {
            int x = i < 8 ? dimension - 1 - i : 8;
            int y = i < 8 ? 8 : dimension - 15 + i;
            bits[i] = clipped(soft[ROW[i] * dimension + COLUMN[i]]) + clipped(soft[y * dimension + x]);
        }
        double best = -MODULES;
        for (int format = 0; format < COUNT; format++) {
            double sum = 0;
            for (int i = 0; i < bits.length; i++) {
                sum += ((FORMATS[format] ^ mask) >> i & 1) == 1 ? -bits[i] : bits[i];
            }
            scores[format] = sum;
            best = Math.max(best, sum);
        }
        return best;
    }

    /// The best format of the last call but for those already taken, which the caller marks; five bits, the
    /// level in the upper two and the mask in the lower three.
    int best() {
        int best = 0;
        for (int i = 1; i < COUNT; i++) {
            best = scores[i] > scores[best] ? i : best;
        }
        return best;
    }

    double scoreOf(int format) {
        return scores[format];
    }

    /// Leaves a format out of the next [#best].
    void exclude(int format) {
        scores[format] = -MODULES;
    }

    /// The version that the version information tells under a grid laid for another one, or 0.
    int version(Grid grid, GreyView view) {
        int d = grid.dimension();
        for (int i = 0; i < 18; i++) {
            int far = d - 11 + i % 3;
            int near = i / 3;
            versionModules[i] = grid.sample(view, far + 0.5, near + 0.5);
            versionModules[18 + i] = grid.sample(view, near + 0.5, far + 0.5);
        }
        normalize(0);
        normalize(18);
        double best = LEAST_VERSION_SCORE;
        int version = 0;
        for (int v = FIRST_VERSION; v <= SymbolVersion.MOST; v++) {
            double upper = correlation(VERSIONS[v], 0);
            double lower = correlation(VERSIONS[v], 18);
            // Both together may be weaker each: independent copies, so their noise adds by roots.
            double score = Math.max(Math.max(upper, lower), (upper + lower) / 1.6);
            if (score > best) {
                best = score;
                version = v;
            }
        }
        return version;
    }

    private void normalize(int from) {
        float low = versionModules[from];
        float high = low;
        for (int i = from; i < from + 18; i++) {
            low = Math.min(low, versionModules[i]);
            high = Math.max(high, versionModules[i]);
        }
        float middle = (low + high) / 2;
        float half = Math.max(4, (high - low) / 2);
        for (int i = from; i < from + 18; i++) {
            versionModules[i] = (middle - versionModules[i]) / half;
        }
    }

    private double correlation(int word, int from) {
        double sum = 0;
        for (int i = 0; i < 18; i++) {
            sum += (word >> i & 1) == 1 ? versionModules[from + i] : -versionModules[from + i];
        }
        return sum;
    }

    static float clipped(float value) {
        return Math.clamp(value, -1f, 1f);
    }
}
