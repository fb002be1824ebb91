package org.seatside.payload;

import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// The 128 bits that separate one campus from another. They are signed with every pass and room code but never
/// transmitted, so a code of another campus fails its signature. Not secret.
///
/// @param high the first eight bytes, big-endian
/// @param low the last eight bytes, big-endian
public record InstitutionId(long high, long low) {
    /// Length in bytes.
    public static final int LENGTH = 16;

    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{32}");

    /// Reads what [#toString] writes, in either case.
    ///
    /// @throws IllegalArgumentException unless `hex` is exactly 32 hexadecimal digits
    public static InstitutionId parse(String hex) {
        if (!TEXT.matcher(hex).matches()) {
            throw new IllegalArgumentException("The institution id must be 32 hexadecimal digits");
        }
        ByteBuffer bytes = ByteBuffer.wrap(HexFormat.of().parseHex(hex));
        return new InstitutionId(bytes.getLong(), bytes.getLong());
    }

    /// A new array of 16 bytes.
    public byte[] bytes() {
        return ByteBuffer.allocate(LENGTH).putLong(high).putLong(low).array();
    }

    /// 32 lower-case hexadecimal digits, as [#parse] reads them.
    @Override
    public String toString() {
        return HexFormat.of().formatHex(bytes());
    }
}
