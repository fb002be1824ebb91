package org.seatside.payload;

/// Why a signed code was refused before anything it says could be believed. Constant: nothing of the code is in it.
public enum Reason {
    /// Length, prefix, alphabet or Base45 wrong, or a length that does not fit the type.
    MALFORMED,
    /// A version, a type or a reserved bit this program does not know.
    UNSUPPORTED,
    /// Names an issuer key that is not trusted here.
    UNKNOWN_KEY,
    /// A signature does not hold, for example because the code is of another campus.
    BAD_SIGNATURE
}
