package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// QR Code Model 1, the symbology's first edition: the same finders and timing, extension patterns instead of
/// alignment patterns, another order of codewords, larger blocks (ISO/IEC 18004:2000, annex M). Still met on
/// old prints.
final class ModelOne {
    static final int MOST = 14;

    /// The first half codeword is always empty.
    static final int LEADING_BITS = 4;

    /// Tables M.2 and M.4: parity of a block, blocks, data of a block, for L, M, Q and H.
    private static final int[][] TABLE = {
        {7, 1, 19, 10, 1, 16, 13, 1, 13, 17, 1, 9},
        {10, 1, 36, 16, 1, 30, 22, 1, 24, 30, 1, 16},
        {15, 1, 57, 28, 1, 44, 36, 1, 36, 48, 1, 24},
        {20, 1, 80, 40, 1, 60, 50, 1, 50, 66, 1, 34},
        {26, 1, 108, 52, 1, 82, 66, 1, 68, 44, 2, 23},
        {34, 1, 136, 32, 2, 53, 42, 2, 43, 56, 2, 29},
        {42, 1, 170, 40, 2, 66, 52, 2, 54, 46, 3, 24},
        {24, 2, 104, 48, 2, 80, 64, 2, 64, 56, 3, 29},
        {30, 2, 123, 60, 2, 93, 50, 3, 52, 68, 3, 34},
        {34, 2, 145, 68, 2, 111, 58, 3, 61, 58, 4, 31},
        {40, 2, 168, 40, 4, 64, 52, 4, 52, 54, 5, 29},
        {46, 2, 192, 46, 4, 73, 58, 4, 61, 62, 5, 33},
        {36, 3, 144, 52, 4, 83, 66, 4, 69, 58, 6, 32},
        {40, 3, 163, 60, 4, 92, 60, 5, 62, 66, 6, 35}
    };

    private static final List<ModelOne> ALL = all();

    private final Map<ErrorCorrection, BlockLayout> layouts = new EnumMap<>(ErrorCorrection.class);
    private final int[] path;

    private ModelOne(int number) {
        int[] row = TABLE[number - 1];
        int codewords = 0;
        int at = 0;
        for (ErrorCorrection level :
                List.of(ErrorCorrection.L, ErrorCorrection.M, ErrorCorrection.Q, ErrorCorrection.H)) {
            BlockLayout layout = new BlockLayout(row[at + 1], row[at + 1], row[at + 2], row[at], 0, false);
            layouts.put(level, layout);
            codewords = Math.max(codewords, layout.totalData() + layout.blocks() * layout.parity());
            at += 3;
        }
        path = ModelOnePath.of(17 + 4 * number, codewords);
    }

    private static List<ModelOne> all() {
        List<ModelOne> all = new ArrayList<>();
        for (int number = 1; number <= MOST; number++) {
            all.add(new ModelOne(number));
        }
        return List.copyOf(all);
    }

    /// @param number 1 to [#MOST]
    static ModelOne of(int number) {
        return ALL.get(number - 1);
    }

    /// As [ModelOnePath] gives it.
    int[] path() {
        return path;
    }

    BlockLayout layout(ErrorCorrection level) {
        return Objects.requireNonNull(layouts.get(level));
    }
}
