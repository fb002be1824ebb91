package org.seatside.qr.engine;

/// Walks through the modules of the codewords, the most significant bit of each first: pairs of columns from
/// the right, up and down in turn, column 6 and all modules without data left out (ISO/IEC 18004:2015, 7.7.3).
final class CodewordPath {
    private static final int TIMING_COLUMN = 6;

    private boolean[] reserved = new boolean[0];
    private int dimension;
    private int bits;
    private int bit;
    private int right;
    private int x;
    private int y;
    private boolean up;

    /// Stands before the first module.
    void start(SymbolVersion version) {
        reserved = version.reserved();
        dimension = version.dimension();
        bits = 8 * version.codewords();
        bit = -1;
        up = true;
        right = dimension - 1;
        x = right - 1;
        y = dimension;
    }

    /// Goes on to the next module; false after the last one of a codeword.
    boolean next() {
        if (++bit == bits) {
            return false;
        }
        do {
            step();
        } while (reserved[y * dimension + x]);
        return true;
    }

    private void step() {
        if (x == right) {
            x--;
            return;
        }
        x = right;
        y += up ? -1 : 1;
        if (y < 0 || y == dimension) {
            up = !up;
            y = up ? dimension - 1 : 0;
            right -= right - 2 == TIMING_COLUMN ? 3 : 2;
            x = right;
        }
    }

    /// Bits before this one.
    int bit() {
        return bit;
    }

    int x() {
        return x;
    }

    int y() {
        return y;
    }

    /// The module's index, row after row.
    int module() {
        return y * dimension + x;
    }
}
