package org.seatside.payload;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The 56-bit pseudonym a pass carries instead of the student number: new each semester and on re-issue, meaningless
/// to anyone but the node. Whoever sees the same code twice can link it, hence the renewal.
///
/// @param value 0 to 2⁵⁶ − 1
public record PassHandle(long value) {
    /// Length in bytes.
    public static final int LENGTH = 7;

    private static final int BITS = 8 * LENGTH;
    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{14}");

    public PassHandle {
        if (value >>> BITS != 0) {
            throw new IllegalArgumentException("A pass handle has 56 bits");
        }
    }

    public static PassHandle random(SecureRandom random) {
        return new PassHandle(random.nextLong() >>> (Long.SIZE - BITS));
    }

    /// Reads what [#toString] writes, in either case.
    ///
    /// @throws IllegalArgumentException unless `hex` is exactly 14 hexadecimal digits
    public static PassHandle parse(String hex) {
        if (!TEXT.matcher(hex).matches()) {
            throw new IllegalArgumentException("A pass handle is 14 hexadecimal digits");
        }
        return new PassHandle(HexFormat.fromHexDigitsToLong(hex));
    }

    /// 14 lower-case hexadecimal digits, as [#parse] reads them.
    @Override
    public String toString() {
        return HexFormat.of().toHexDigits(value, 2 * LENGTH);
    }
}
