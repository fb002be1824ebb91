package org.seatside.payload;

import java.util.Optional;
import java.util.Set;

/// The outer form of a signed code: a prefix, then a Base45 body of one of a few exact lengths. Nothing is trimmed or
/// normalised, so a body has one text and no other.
///
/// @param prefix in the alphanumeric alphabet of QR codes (ISO/IEC 18004 table 5), like the body
/// @param bodyLengths in bytes
record SignedText(String prefix, Set<Integer> bodyLengths) {
    /// No code of ours is longer; longer texts are not looked at.
    static final int MAX_CHARACTERS = 512;

    SignedText {
        bodyLengths = Set.copyOf(bodyLengths);
    }

    Optional<byte[]> body(String text) {
        if (text.length() > MAX_CHARACTERS || !text.startsWith(prefix)) {
            return Optional.empty();
        }
        int encoded = text.length() - prefix.length();
        if (bodyLengths.stream().noneMatch(length -> Base45.encodedLength(length) == encoded)) {
            return Optional.empty();
        }
        return Base45.decode(text.substring(prefix.length()));
    }

    String text(byte[] body) {
        return prefix + Base45.encode(body);
    }
}
