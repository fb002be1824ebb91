package org.seatside.payload;

import java.security.InvalidKeyException;
import java.security.PublicKey;
import java.security.interfaces.EdECPublicKey;
import java.util.HexFormat;
import java.util.regex.Pattern;

/// An Ed25519 public key of an issuer, checked when made: canonical, on the curve, not of small order. Immutable.
public final class IssuerPublicKey {
    private static final Pattern TEXT = Pattern.compile("[0-9a-fA-F]{64}");

    private final String hex;
    private final PublicKey key;

    private IssuerPublicKey(byte[] raw) throws InvalidKeyException {
        this.key = Ed25519.decode(raw);
        this.hex = HexFormat.of().formatHex(raw);
    }

    /// Reads what [#toString] writes, in either case.
    ///
    /// @param hex 64 hexadecimal digits, the key in the form of RFC 8032 section 5.1.2
    /// @throws IllegalArgumentException where it is no acceptable key
    public static IssuerPublicKey parse(String hex) {
        if (!TEXT.matcher(hex).matches()) {
            throw new IllegalArgumentException("An issuer key is 64 hexadecimal digits");
        }
        return ofRaw(HexFormat.of().parseHex(hex));
    }

    /// A key from its bytes.
    ///
    /// @param raw 32 bytes, RFC 8032 section 5.1.2
    /// @throws IllegalArgumentException where it is no acceptable key
    public static IssuerPublicKey ofRaw(byte[] raw) {
        try {
            return new IssuerPublicKey(raw);
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("An issuer key must be a valid Ed25519 public key", e);
        }
    }

    /// A key from the JDK's form.
    ///
    /// @throws IllegalArgumentException where `key` is not Ed25519
    public static IssuerPublicKey of(PublicKey key) {
        try {
            if (key instanceof EdECPublicKey ed) {
                return new IssuerPublicKey(Ed25519.encode(ed));
            }
        } catch (InvalidKeyException e) {
            throw new IllegalArgumentException("An issuer key must be a valid Ed25519 public key", e);
        }
        throw new IllegalArgumentException("An issuer key must be a valid Ed25519 public key");
    }

    boolean verify(byte[] message, byte[] signature) {
        return Ed25519.verify(key, message, signature);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IssuerPublicKey that && hex.equals(that.hex);
    }

    @Override
    public int hashCode() {
        return hex.hashCode();
    }

    /// 64 lower-case hexadecimal digits, as [#parse] reads them.
    @Override
    public String toString() {
        return hex;
    }
}
