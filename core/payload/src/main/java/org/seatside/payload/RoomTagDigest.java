package org.seatside.payload;

import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;

/// SHA-256 over the ciphertext bytes of a legacy room tag. Kiosks get a table from these to rooms and never the key:
/// the cipher is deterministic and rooms are few, so the node can work out the table beforehand.
///
/// @param hex 64 lower-case hexadecimal digits
public record RoomTagDigest(String hex) {
    private static final Pattern TAG = Pattern.compile("[0-9a-fA-F]{32}|[0-9a-fA-F]{64}");
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public RoomTagDigest {
        if (!DIGEST.matcher(hex).matches()) {
            throw new IllegalArgumentException("A room tag digest is 64 lower-case hexadecimal digits");
        }
    }

    /// The digest of a tag as it was read, in either case; empty unless it is 32 or 64 hexadecimal digits.
    public static Optional<RoomTagDigest> ofTag(String text) {
        return ciphertext(text).map(RoomTagDigest::ofCiphertext);
    }

    static RoomTagDigest ofCiphertext(byte[] ciphertext) {
        return new RoomTagDigest(HexFormat.of().formatHex(SignedMessage.sha256(ciphertext)));
    }

    static Optional<byte[]> ciphertext(String text) {
        return TAG.matcher(text).matches() ? Optional.of(HexFormat.of().parseHex(text)) : Optional.empty();
    }
}
