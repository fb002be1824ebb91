package org.seatside.qr.engine;

import java.util.Arrays;

/// Corrects errors and erasures in the Reed-Solomon blocks of QR symbols: the field of 256 elements modulo
/// x⁸+x⁴+x³+x²+1, generator roots α⁰, α¹, … (ISO/IEC 18004:2015, 7.5.2 and annex B). The locator is found by
/// Berlekamp-Massey started with the erasures (Blahut, Theory and Practice of Error Control Codes, 7.4), the
/// values by Forney's formula.
final class ReedSolomon {
    static final int FAILED = -1;

    private static final int PRIMITIVE = 0x11d;
    private static final int[] EXP = new int[512];
    private static final int[] LOG = new int[256];

    static {
        int x = 1;
        for (int i = 0; i < 255; i++) {
            EXP[i] = x;
            LOG[x] = i;
            x <<= 1;
            x ^= x > 255 ? PRIMITIVE : 0;
        }
        for (int i = 255; i < EXP.length; i++) {
            EXP[i] = EXP[i - 255];
        }
    }

    private final int[] syndromes = new int[BlockLayout.MOST_PARITY];
    private final int[] evaluator = new int[BlockLayout.MOST_PARITY];
    private int[] locator = new int[BlockLayout.MOST_PARITY + 2];
    private int[] previous = new int[BlockLayout.MOST_PARITY + 2];
    private int[] scratch = new int[BlockLayout.MOST_PARITY + 2];

    /// Corrects a block in place; on failure its content is undefined.
    ///
    /// @param block codewords, those of the parity last, `length` of them
    /// @param erasures positions that are known to be doubtful, the first `erased` of the array
    /// @return how many codewords outside the erasures were wrong, or [#FAILED]
    int correct(int[] block, int length, int parity, int[] erasures, int erased) {
        if (erased > parity) {
            return FAILED;
        }
        if (!computeSyndromes(block, length, parity)) {
            return 0;
        }
        int degree = findLocator(parity, length, erasures, erased);
        if (degree < 0 || 2 * (degree - erased) + erased > parity) {
            return FAILED;
        }
        if (!correctAtRoots(block, length, parity, degree) || computeSyndromes(block, length, parity)) {
            return FAILED;
        }
        return degree - erased;
    }

    static int multiply(int a, int b) {
        return a == 0 || b == 0 ? 0 : EXP[LOG[a] + LOG[b]];
    }

    static int power(int exponent) {
        return EXP[exponent % 255];
    }

    private static int inverse(int a) {
        return EXP[255 - LOG[a]];
    }

    /// The syndromes, and whether any of them is not zero.
    private boolean computeSyndromes(int[] block, int length, int parity) {
        int any = 0;
        for (int i = 0; i < parity; i++) {
            int sum = 0;
            for (int j = 0; j < length; j++) {
                sum = (sum == 0 ? 0 : EXP[LOG[sum] + i]) ^ block[j];
            }
            syndromes[i] = sum;
            any |= sum;
        }
        return any != 0;
    }

    /// The degree of the locator, or [#FAILED] where it is not that of any pattern of errors.
    private int findLocator(int parity, int length, int[] erasures, int erased) {
        int used = parity + 2;
        Arrays.fill(locator, 0, used, 0);
        locator[0] = 1;
        for (int k = 0; k < erased; k++) {
            int x = power(length - 1 - erasures[k]);
            for (int j = k + 1; j > 0; j--) {
                locator[j] ^= multiply(locator[j - 1], x);
            }
        }
        System.arraycopy(locator, 0, previous, 0, used);
        int errors = erased;
        for (int r = erased; r < parity; r++) {
            int discrepancy = 0;
            for (int j = 0; j <= r; j++) {
                discrepancy ^= multiply(locator[j], syndromes[r - j]);
            }
            System.arraycopy(previous, 0, previous, 1, used - 1);
            previous[0] = 0;
            if (discrepancy == 0) {
                continue;
            }
            for (int j = 0; j < used; j++) {
                scratch[j] = locator[j] ^ multiply(discrepancy, previous[j]);
            }
            if (2 * errors <= r + erased) {
                int scale = inverse(discrepancy);
                for (int j = 0; j < used; j++) {
                    previous[j] = multiply(scale, locator[j]);
                }
                errors = r + 1 + erased - errors;
            }
            int[] swap = locator;
            locator = scratch;
            scratch = swap;
        }
        int degree = used - 1;
        while (locator[degree] == 0) {
            degree--;
        }
        return degree == errors ? degree : FAILED;
    }

    private boolean correctAtRoots(int[] block, int length, int parity, int degree) {
        for (int i = 0; i < parity; i++) {
            int sum = 0;
            for (int j = 0; j <= Math.min(i, degree); j++) {
                sum ^= multiply(locator[j], syndromes[i - j]);
            }
            evaluator[i] = sum;
        }
        int roots = 0;
        for (int position = 0; position < length; position++) {
            int inverseLocation = power(255 - (length - 1 - position) % 255);
            if (valueAt(locator, degree, inverseLocation) != 0) {
                continue;
            }
            int derivative = 0;
            int square = multiply(inverseLocation, inverseLocation);
            for (int j = degree - (degree + 1) % 2; j >= 1; j -= 2) {
                derivative = multiply(derivative, square) ^ locator[j];
            }
            if (derivative == 0) {
                return false;
            }
            roots++;
            int value = multiply(valueAt(evaluator, parity - 1, inverseLocation), inverse(derivative));
            block[position] ^= multiply(inverse(inverseLocation), value);
        }
        return roots == degree;
    }

    private static int valueAt(int[] polynomial, int degree, int x) {
        int value = 0;
        for (int j = degree; j >= 0; j--) {
            value = multiply(value, x) ^ polynomial[j];
        }
        return value;
    }
}
