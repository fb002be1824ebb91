package org.seatside.qr.engine;

/// The four levels, with the two bits that stand for them in the format information (ISO/IEC 18004:2015, table 12).
enum ErrorCorrection {
    L(1),
    M(0),
    Q(3),
    H(2);

    private static final ErrorCorrection[] BY_BITS = {M, L, H, Q};

    private final int bits;

    ErrorCorrection(int bits) {
        this.bits = bits;
    }

    int bits() {
        return bits;
    }

    /// @param bits 0 to 3
    static ErrorCorrection ofBits(int bits) {
        return BY_BITS[bits];
    }
}
