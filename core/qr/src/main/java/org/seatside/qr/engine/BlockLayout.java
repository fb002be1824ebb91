package org.seatside.qr.engine;

/// How the codewords of a version and level are shared out among Reed-Solomon blocks (ISO/IEC 18004:2015, table 9).
/// The first `shortBlocks` blocks hold `shortData` data codewords, the others one more.
///
/// @param parity error correction codewords in each block
/// @param reserve codewords of the parity that the standard keeps for noticing misreadings (table 9, footnote):
///     `(parity - reserve) / 2` errors may be corrected
/// @param interleaved whether the first codewords of all blocks come first, then the second ones, …
record BlockLayout(int blocks, int shortBlocks, int shortData, int parity, int reserve, boolean interleaved) {
    /// Of both models.
    static final int MOST_BLOCKS = 81;
    static final int LONGEST_BLOCK = 238;
    static final int MOST_PARITY = 68;

    private static final int[] PARITY_L = {
        7, 10, 15, 20, 26, 18, 20, 24, 30, 18, 20, 24, 26, 30, 22, 24, 28, 30, 28, 28, 28, 28, 30, 30, 26, 28, 30, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
    };
    private static final int[] PARITY_M = {
        10, 16, 26, 18, 24, 16, 18, 22, 22, 26, 30, 22, 22, 24, 24, 28, 28, 26, 26, 26, 26, 28, 28, 28, 28, 28, 28, 28,
        28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28, 28
    };
    private static final int[] PARITY_Q = {
        13, 22, 18, 26, 18, 24, 18, 22, 20, 24, 28, 26, 24, 20, 30, 24, 28, 28, 26, 30, 28, 30, 30, 30, 30, 28, 30, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
    };
    private static final int[] PARITY_H = {
        17, 28, 22, 16, 22, 28, 26, 26, 24, 28, 24, 28, 22, 24, 24, 30, 28, 28, 26, 28, 30, 24, 30, 30, 30, 30, 30, 30,
        30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30, 30
    };
    private static final int[] BLOCKS_L = {
        1, 1, 1, 1, 1, 2, 2, 2, 2, 4, 4, 4, 4, 4, 6, 6, 6, 6, 7, 8, 8, 9, 9, 10, 12, 12, 12, 13, 14, 15, 16, 17, 18, 19,
        19, 20, 21, 22, 24, 25
    };
    private static final int[] BLOCKS_M = {
        1, 1, 1, 2, 2, 4, 4, 4, 5, 5, 5, 8, 9, 9, 10, 10, 11, 13, 14, 16, 17, 17, 18, 20, 21, 23, 25, 26, 28, 29, 31,
        33, 35, 37, 38, 40, 43, 45, 47, 49
    };
    private static final int[] BLOCKS_Q = {
        1, 1, 2, 2, 4, 4, 6, 6, 8, 8, 8, 10, 12, 16, 12, 17, 16, 18, 21, 20, 23, 23, 25, 27, 29, 34, 34, 35, 38, 40, 43,
        45, 48, 51, 53, 56, 59, 62, 65, 68
    };
    private static final int[] BLOCKS_H = {
        1, 1, 2, 4, 4, 4, 5, 6, 8, 8, 11, 11, 16, 16, 18, 16, 19, 21, 25, 25, 25, 34, 30, 32, 35, 37, 40, 42, 45, 48,
        51, 54, 57, 60, 63, 66, 70, 74, 77, 81
    };

    static BlockLayout of(int version, ErrorCorrection level, int totalCodewords) {
        int parity = parities(level)[version - 1];
        int blocks = blocks(level)[version - 1];
        int data = totalCodewords - parity * blocks;
        return new BlockLayout(blocks, blocks - data % blocks, data / blocks, parity, reserve(version, level), true);
    }

    private static int[] parities(ErrorCorrection level) {
        return switch (level) {
            case L -> PARITY_L;
            case M -> PARITY_M;
            case Q -> PARITY_Q;
            case H -> PARITY_H;
        };
    }

    private static int[] blocks(ErrorCorrection level) {
        return switch (level) {
            case L -> BLOCKS_L;
            case M -> BLOCKS_M;
            case Q -> BLOCKS_Q;
            case H -> BLOCKS_H;
        };
    }

    private static int reserve(int version, ErrorCorrection level) {
        return switch (version) {
            case 1 ->
                switch (level) {
                    case L -> 3;
                    case M -> 2;
                    case Q, H -> 1;
                };
            case 2 -> level == ErrorCorrection.L ? 2 : 0;
            case 3 -> level == ErrorCorrection.L ? 1 : 0;
            default -> 0;
        };
    }

    int dataOf(int block) {
        return block < shortBlocks ? shortData : shortData + 1;
    }

    /// Where a codeword of a block lies in the symbol: the first of each block, the second of each, …, those of
    /// the parity likewise (7.6); or block after block, the parity after all data.
    int at(int block, int i) {
        if (!interleaved) {
            int data = dataOf(block);
            return i < data ? block * data + i : totalData() + block * parity + i - data;
        }
        if (i < shortData) {
            return i * blocks + block;
        }
        if (i < dataOf(block)) {
            return shortData * blocks + block - shortBlocks;
        }
        return totalData() + (i - dataOf(block)) * blocks + block;
    }

    int totalData() {
        return shortBlocks * shortData + (blocks - shortBlocks) * (shortData + 1);
    }
}
