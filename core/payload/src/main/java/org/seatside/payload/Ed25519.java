package org.seatside.payload;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.EdECPublicKey;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/// Ed25519 (RFC 8032 section 5.1, FIPS 186-5 section 7) from the JDK, with the checks of canonical form made here and
/// not left to the provider: y of keys and of R below p (5.1.3 step 1), S below L (5.1.7 step 1; without it S + L
/// would be a second signature), keys on the curve and not of small order (such a key takes a signature nobody made,
/// and the JDK takes such a key).
final class Ed25519 {
    static final int KEY_LENGTH = 32;
    static final int SIGNATURE_LENGTH = 64;

    /// 2²⁵⁵ − 19.
    private static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    /// Order of the base point, 2²⁵² + 27742317777372353535851937790883648493.
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    /// −121665/121666.
    private static final BigInteger D =
            quotient(BigInteger.valueOf(-121_665), BigInteger.valueOf(121_666)).mod(P);

    private Ed25519() {}

    /// @param raw the 32 bytes of RFC 8032 section 5.1.2
    static PublicKey decode(byte[] raw) throws InvalidKeyException {
        if (raw.length != KEY_LENGTH) {
            throw new InvalidKeyException("An Ed25519 public key has 32 bytes");
        }
        BigInteger y = littleEndian(raw, 0).clearBit(255);
        if (y.compareTo(P) >= 0 || !isOnCurve(y) || isSmallOrder(y)) {
            throw new InvalidKeyException("Not an acceptable Ed25519 public key");
        }
        try {
            EdECPoint point = new EdECPoint((raw[KEY_LENGTH - 1] & 0x80) != 0, y);
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working Ed25519", e);
        }
    }

    static byte[] encode(EdECPublicKey key) throws InvalidKeyException {
        if (!key.getParams().getName().equals(NamedParameterSpec.ED25519.getName())) {
            throw new InvalidKeyException("Not an Ed25519 public key");
        }
        byte[] raw = new byte[KEY_LENGTH];
        byte[] y = key.getPoint().getY().toByteArray();
        for (int i = 0; i < y.length && i < KEY_LENGTH; i++) {
            raw[i] = y[y.length - 1 - i];
        }
        if (key.getPoint().isXOdd()) {
            raw[KEY_LENGTH - 1] |= (byte) 0x80;
        }
        return raw;
    }

    static byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException {
        try {
            Signature signature = Signature.getInstance("Ed25519");
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (NoSuchAlgorithmException | SignatureException e) {
            throw new IllegalStateException("Signing with Ed25519 failed", e);
        }
    }

    /// @param key as [#decode] gave it
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (!isCanonical(signature)) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance("Ed25519");
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false; // the JDK throws where R is not a point of the curve
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java runtime has no working Ed25519", e);
        }
    }

    /// The JDK of today looks at this too, another provider in its place may not.
    static boolean isCanonical(byte[] signature) {
        return signature.length == SIGNATURE_LENGTH
                && littleEndian(signature, 0).clearBit(255).compareTo(P) < 0
                && littleEndian(signature, KEY_LENGTH).compareTo(L) < 0;
    }

    /// RFC 8032 section 5.1.3 step 2: x² = (y² − 1) / (d y² + 1) has a root, by Euler's criterion.
    private static boolean isOnCurve(BigInteger y) {
        BigInteger power = squareOfX(y).modPow(P.shiftRight(1), P);
        return power.signum() == 0 || power.equals(BigInteger.ONE);
    }

    /// Eight times the point is the neutral element (0, 1). Doubling needs only y² and x² (section 5.1.4, affine):
    /// y' = (y² + x²) / (1 − d x² y²).
    private static boolean isSmallOrder(BigInteger y) {
        BigInteger doubled = y;
        for (int i = 0; i < 3; i++) {
            BigInteger y2 = doubled.multiply(doubled).mod(P);
            BigInteger x2 = squareOfX(doubled);
            doubled =
                    quotient(y2.add(x2), BigInteger.ONE.subtract(D.multiply(x2).multiply(y2)));
        }
        return doubled.equals(BigInteger.ONE);
    }

    private static BigInteger squareOfX(BigInteger y) {
        BigInteger y2 = y.multiply(y).mod(P);
        return quotient(y2.subtract(BigInteger.ONE), D.multiply(y2).add(BigInteger.ONE));
    }

    private static BigInteger quotient(BigInteger dividend, BigInteger divisor) {
        return dividend.multiply(divisor.modInverse(P)).mod(P);
    }

    private static BigInteger littleEndian(byte[] bytes, int from) {
        byte[] reversed = new byte[KEY_LENGTH];
        for (int i = 0; i < KEY_LENGTH; i++) {
            reversed[i] = bytes[from + KEY_LENGTH - 1 - i];
        }
        return new BigInteger(1, reversed);
    }
}
