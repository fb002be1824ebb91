package org.seatside.qr.engine;

/// The symbol decoded last as its modules must look, to ask of other soft modules whether they show the same
/// one.
final class SymbolEcho {
    private static final int MOST_CODEWORDS = 3706;

    private final CodewordPath path = new CodewordPath();
    private final int[] codewords = new int[MOST_CODEWORDS];
    private final byte[] blocks = new byte[MOST_CODEWORDS];
    private final double[] agreeing = new double[BlockLayout.MOST_BLOCKS];
    private final double[] sizes = new double[BlockLayout.MOST_BLOCKS];
    private SymbolVersion version = SymbolVersion.of(1);
    private int mask;
    private int blockCount;
    private double agreement;
    private double weakestBlock;

    /// Begins a symbol; every codeword is then [#put].
    void begin(SymbolVersion version, int mask, int blockCount) {
        this.version = version;
        this.mask = mask;
        this.blockCount = blockCount;
    }

    /// @param at where the codeword lies among all in the symbol
    void put(int at, int codeword, int block) {
        codewords[at] = codeword;
        blocks[at] = (byte) block;
    }

    /// Compares soft modules with the symbol; [#agreement] and [#weakestBlock] then tell the result.
    ///
    /// @param soft one value a module, row after row, negative where dark
    void compare(float[] soft) {
        for (int b = 0; b < blockCount; b++) {
            agreeing[b] = 0;
            sizes[b] = 0;
        }
        path.start(version);
        while (path.next()) {
            int word = path.bit() >> 3;
            boolean dark = (codewords[word] >> (7 - (path.bit() & 7)) & 1) == 1
                    ^ SymbolDecoder.masked(mask, path.y(), path.x());
            float value = soft[path.module()];
            agreeing[blocks[word]] += dark ? -value : value;
            sizes[blocks[word]] += Math.abs(value);
        }
        sumUp();
    }

    private void sumUp() {
        double all = 0;
        double size = 0;
        weakestBlock = 1;
        for (int b = 0; b < blockCount; b++) {
            all += agreeing[b];
            size += sizes[b];
            weakestBlock = Math.min(weakestBlock, sizes[b] > 0 ? agreeing[b] / sizes[b] : 0);
        }
        agreement = size > 0 ? all / size : 0;
    }

    /// 1 where every module agrees, 0 where they have nothing in common.
    double agreement() {
        return agreement;
    }

    /// The same of the error correction block that agrees least: a symbol made of the blocks of two shows here.
    double weakestBlock() {
        return weakestBlock;
    }
}
