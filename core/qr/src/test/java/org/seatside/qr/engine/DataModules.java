package org.seatside.qr.engine;

/// Where the codewords of a symbol lie, worked out apart from the decoder: by walking the columns for placement and by
/// dealing out codewords to blocks in turn for interleaving.
final class DataModules {
    private DataModules() {}

    /// For each bit of each codeword, in order, its module (row times dimension plus column).
    static int[] ofCodewords(int number) {
        SymbolVersion version = SymbolVersion.of(number);
        int d = version.dimension();
        int[] modules = new int[version.codewords() * 8];
        int n = 0;
        int column = d - 1;
        boolean upwards = true;
        while (column > 0) {
            if (column == 6) {
                column--;
            }
            for (int step = 0; step < d; step++) {
                int row = upwards ? d - 1 - step : step;
                for (int side = 0; side < 2; side++) {
                    int module = row * d + column - side;
                    if (!version.reserved()[module] && n < modules.length) {
                        modules[n++] = module;
                    }
                }
            }
            column -= 2;
            upwards = !upwards;
        }
        return modules;
    }

    /// The place among all codewords of the `place`-th one of a block.
    static int indexInSymbol(BlockLayout layout, int block, int place) {
        int index = 0;
        for (int round = 0; round <= layout.shortData(); round++) {
            for (int b = 0; b < layout.blocks(); b++) {
                if (round < layout.dataOf(b)) {
                    if (b == block && round == place) {
                        return index;
                    }
                    index++;
                }
            }
        }
        return index + (place - layout.dataOf(block)) * layout.blocks() + block;
    }
}
