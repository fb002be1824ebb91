package org.seatside.qr.engine;

/// The order in which a Model 1 symbol's modules hold the bits of its codewords: for each bit its module, row
/// times dimension plus column.
final class ModelOnePath {
    private static final int BITS = 8;

    private ModelOnePath() {}

    /// Blocks of two by four modules, upright in the two columns at the right edge and the four left of the
    /// finders' inner edge, lying in between; the extension patterns along the right and lower edge left out
    /// (ISO/IEC 18004:2000, annex M).
    static int[] of(int d, int codewords) {
        int[] path = new int[codewords * BITS];
        int n = 0;
        int columns = d / 4 + 3;
        for (int column = 0; column < columns; column++) {
            if (column < 2) {
                n = right(path, n, d, column);
            } else if (columns - column <= 4) {
                n = left(path, n, d, columns - column - 1);
            } else {
                n = middle(path, n, d, column, columns);
            }
        }
        return path;
    }

    private static int right(int[] path, int from, int d, int column) {
        int n = from;
        int rows = (d - 8) / 4;
        for (int row = 0; row < rows; row++) {
            boolean extension = column == 0 && row % 2 == 0 && row > 0 && row < rows - 1;
            n = extension ? n : put(path, n, d, d - 1 - 2 * column, d - 1 - 4 * row, 2);
        }
        return n;
    }

    private static int left(int[] path, int from, int d, int fromLeft) {
        int n = from;
        int x = 2 * fromLeft + 1 + (fromLeft == 3 ? 1 : 0); // beyond the timing pattern
        for (int row = 0; row < (d - 16) / 4; row++) {
            n = put(path, n, d, x, d - 9 - 4 * row, 2);
        }
        return n;
    }

    private static int middle(int[] path, int from, int d, int column, int columns) {
        int n = from;
        int rows = d / 2;
        for (int row = 0; row < rows; row++) {
            boolean finder = column == 2 && row >= rows - 4;
            boolean extension = row == 0 && column % 2 == 1 && column + 1 != columns - 4;
            if (!finder && !extension) {
                int y = d - 1 - 2 * row - (row >= rows - 3 ? 1 : 0); // beyond the timing pattern
                n = put(path, n, d, d - 5 - 4 * (column - 2), y, 4);
            }
        }
        return n;
    }

    /// A codeword from its lower right module on, leftwards and then up. The last blocks of some versions hold
    /// none.
    private static int put(int[] path, int from, int d, int x, int y, int width) {
        if (from == path.length) {
            return from;
        }
        for (int bit = 0; bit < BITS; bit++) {
            path[from + bit] = (y - bit / width) * d + x - bit % width;
        }
        return from + BITS;
    }
}
