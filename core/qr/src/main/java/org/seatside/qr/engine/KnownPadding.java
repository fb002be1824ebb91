package org.seatside.qr.engine;

/// Finds where the pad codewords of a damaged symbol begin. They are EC and 11 by turns to the end of the data
/// (ISO/IEC 18004:2015, 7.4.10), so where they begin they are known, however damaged: a symbol that is not full can
/// be read past what its error correction is made for.
final class KnownPadding {
    static final int NONE = -1;

    private static final int LEAST_MATCHES = 4;

    /// Least share of pad codewords that are seen undamaged.
    private static final double LEAST_SHARE = 0.35;

    private static final double MISMATCH = 0.5;

    private final BitReader bits = new BitReader();

    static int codeword(int i) {
        return i % 2 == 0 ? 0xec : 0x11;
    }

    /// @param data data codewords as they were read, those of all blocks in their order, `length` of them
    /// @return the first pad codeword's place, or [#NONE]
    int start(byte[] data, int length, int version) {
        int start = afterSegments(data, length, version);
        if (start != NONE && matches(data, start, length) >= Math.max(LEAST_MATCHES, LEAST_SHARE * (length - start))) {
            return start;
        }
        return byPattern(data, length);
    }

    /// Follows modes and counts, which may be damaged themselves.
    private int afterSegments(byte[] data, int length, int version) {
        bits.open(data, length);
        try {
            while (bits.available() >= 4) {
                int mode = bits.read(4);
                if (mode == 0) {
                    return length - bits.available() / 8;
                }
                int size = SegmentReader.bits(mode, bits, version);
                if (size < 0 || size > bits.available()) {
                    return NONE;
                }
                bits.skip(size);
            }
            return NONE;
        } catch (SegmentException tooShort) {
            return NONE;
        }
    }

    private static int matches(byte[] data, int start, int length) {
        int matches = 0;
        for (int i = start; i < length; i++) {
            matches += (data[i] & 0xff) == codeword(i - start) ? 1 : 0;
        }
        return matches;
    }

    /// The place from which on most is as it must be.
    private static int byPattern(byte[] data, int length) {
        int best = NONE;
        double most = 0;
        for (int start = 1; start < length; start++) {
            if ((data[start] & 0xff) != codeword(0)) {
                continue;
            }
            int matches = matches(data, start, length);
            double worth = matches - MISMATCH * (length - start - matches);
            if (matches > LEAST_MATCHES && worth > most) {
                most = worth;
                best = start;
            }
        }
        return best;
    }
}
