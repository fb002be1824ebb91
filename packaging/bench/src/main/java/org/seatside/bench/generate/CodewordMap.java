package org.seatside.bench.generate;

import com.google.zxing.qrcode.decoder.Version;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Which codeword of which block each module belongs to: the way around the function patterns (ISO/IEC 18004,
/// 7.7.3) and the interleaving of blocks (7.6).
final class CodewordMap {
    private static final int BITS = 8;

    private final Symbol symbol;
    private final int[] codewordAt;
    private final int[] blockOf;
    private final int[] correctable;

    CodewordMap(Symbol symbol) {
        this.symbol = symbol;
        codewordAt = placed(symbol);
        Version.ECBlocks blocks = symbol.version().getECBlocksForLevel(symbol.level());
        List<Integer> dataCodewords = new ArrayList<>();
        for (Version.ECB group : blocks.getECBlocks()) {
            for (int i = 0; i < group.getCount(); i++) {
                dataCodewords.add(group.getDataCodewords());
            }
        }
        blockOf = interleaved(dataCodewords, blocks.getECCodewordsPerBlock());
        correctable = new int[dataCodewords.size()];
        Arrays.fill(correctable, blocks.getECCodewordsPerBlock() / 2);
    }

    /// Errors that a block can correct: half its error correction codewords.
    int correctable() {
        return correctable[0];
    }

    /// The codeword of a module, -1 for function patterns, format, version and remainder bits.
    int codewordAt(int x, int y) {
        return codewordAt[y * symbol.dimension() + x];
    }

    /// The share of the errors it can correct that the worst block has, where these modules are wrong.
    double worstBlock(boolean[] wrong) {
        boolean[] broken = new boolean[blockOf.length];
        for (int i = 0; i < wrong.length; i++) {
            if (wrong[i] && codewordAt[i] >= 0) {
                broken[codewordAt[i]] = true;
            }
        }
        int[] errors = new int[correctable.length];
        for (int i = 0; i < broken.length; i++) {
            errors[blockOf[i]] += broken[i] ? 1 : 0;
        }
        return (double) Arrays.stream(errors).max().orElse(0) / correctable();
    }

    private static int[] interleaved(List<Integer> dataCodewords, int ecCodewords) {
        List<Integer> blocks = new ArrayList<>();
        int longest = dataCodewords.getLast();
        for (int i = 0; i < longest + ecCodewords; i++) {
            for (int block = 0; block < dataCodewords.size(); block++) {
                if (i >= longest || i < dataCodewords.get(block)) {
                    blocks.add(block);
                }
            }
        }
        return blocks.stream().mapToInt(Integer::intValue).toArray();
    }

    private static int[] placed(Symbol symbol) {
        int dimension = symbol.dimension();
        boolean[] function = functionModules(symbol.version());
        int[] codewords = new int[dimension * dimension];
        Arrays.fill(codewords, -1);
        int bit = 0;
        boolean up = true;
        for (int right = dimension - 1; right > 0; right -= 2) {
            right -= right == 6 ? 1 : 0;
            for (int i = 0; i < dimension; i++) {
                int y = up ? dimension - 1 - i : i;
                for (int x = right; x > right - 2; x--) {
                    if (!function[y * dimension + x] && bit < symbol.version().getTotalCodewords() * BITS) {
                        codewords[y * dimension + x] = bit++ / BITS;
                    }
                }
            }
            up = !up;
        }
        return codewords;
    }

    private static boolean[] functionModules(Version version) {
        int dimension = version.getDimensionForVersion();
        boolean[] function = new boolean[dimension * dimension];
        fill(function, dimension, 0, 0, 9, 9);
        fill(function, dimension, dimension - 8, 0, 8, 9);
        fill(function, dimension, 0, dimension - 8, 9, 8);
        fill(function, dimension, 6, 0, 1, dimension);
        fill(function, dimension, 0, 6, dimension, 1);
        int[] centres = version.getAlignmentPatternCenters();
        int last = centres.length - 1;
        for (int i = 0; i <= last; i++) {
            for (int j = 0; j <= last; j++) {
                boolean finder = (i == 0 && j == 0) || (i == 0 && j == last) || (i == last && j == 0);
                if (!finder) {
                    fill(function, dimension, centres[j] - 2, centres[i] - 2, 5, 5);
                }
            }
        }
        if (version.getVersionNumber() > 6) {
            fill(function, dimension, dimension - 11, 0, 3, 6);
            fill(function, dimension, 0, dimension - 11, 6, 3);
        }
        return function;
    }

    private static void fill(boolean[] function, int dimension, int left, int top, int width, int height) {
        for (int y = top; y < top + height; y++) {
            Arrays.fill(function, y * dimension + left, y * dimension + left + width, true);
        }
    }
}
