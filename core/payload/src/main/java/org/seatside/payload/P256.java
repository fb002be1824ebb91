package org.seatside.payload;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;

/// ECDSA on P-256 with SHA-256 (FIPS 186-5 section 6), signatures as r ‖ s in 64 bytes (IEEE P1363, what WebCrypto
/// makes), keys as compressed points. With (r, s) also (r, n − s) verifies and phones do not choose the lower one:
/// the bytes of such a signature must never serve as an identity.
final class P256 {
    static final int KEY_LENGTH = 33;
    static final int SIGNATURE_LENGTH = 64;

    private static final String ALGORITHM = "SHA256withECDSAinP1363Format";
    private static final ECParameterSpec CURVE = curve();
    private static final BigInteger P = ((ECFieldFp) CURVE.getCurve().getField()).getP();

    private P256() {}

    /// SEC 1 section 2.3.4, compressed form only; p ≡ 3 (mod 4), so a root is a power. The order of the curve is
    /// prime: a point on it that is not at infinity is a valid key (SEC 1 section 3.2.2.1).
    static PublicKey decode(byte[] raw) throws InvalidKeyException {
        if (raw.length != KEY_LENGTH || (raw[0] & 0xfe) != 2) {
            throw new InvalidKeyException("A compressed P-256 public key has 33 bytes and starts with 02 or 03");
        }
        BigInteger x = new BigInteger(1, raw, 1, KEY_LENGTH - 1);
        BigInteger y2 = x.pow(3)
                .add(CURVE.getCurve().getA().multiply(x))
                .add(CURVE.getCurve().getB())
                .mod(P);
        BigInteger root = y2.modPow(P.add(BigInteger.ONE).shiftRight(2), P);
        if (x.compareTo(P) >= 0 || !root.multiply(root).mod(P).equals(y2)) {
            throw new InvalidKeyException("Not a point of P-256");
        }
        BigInteger y = root.testBit(0) == ((raw[0] & 1) != 0) ? root : P.subtract(root);
        try {
            return KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), CURVE));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working P-256", e);
        }
    }

    /// Refuses the key of any other curve, because what is read back is then another point or none.
    static byte[] encode(ECPublicKey key) throws InvalidKeyException {
        ECPoint point = key.getW();
        if (point.equals(ECPoint.POINT_INFINITY)) {
            throw new InvalidKeyException("Not a P-256 public key");
        }
        byte[] raw = new byte[KEY_LENGTH];
        raw[0] = (byte) (point.getAffineY().testBit(0) ? 3 : 2);
        byte[] x = point.getAffineX().toByteArray();
        for (int i = 0; i < x.length && i < KEY_LENGTH - 1; i++) {
            raw[KEY_LENGTH - 1 - i] = x[x.length - 1 - i];
        }
        if (!(decode(raw) instanceof ECPublicKey decoded) || !decoded.getW().equals(point)) {
            throw new InvalidKeyException("Not a point of P-256");
        }
        return raw;
    }

    static byte[] sign(PrivateKey key, byte[] message) throws InvalidKeyException {
        try {
            Signature signature = Signature.getInstance(ALGORITHM);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (NoSuchAlgorithmException | SignatureException e) {
            throw new IllegalStateException("Signing with P-256 failed", e);
        }
    }

    /// @param key as [#decode] gave it
    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        try {
            Signature verification = Signature.getInstance(ALGORITHM);
            verification.initVerify(key);
            verification.update(message);
            return verification.verify(signature);
        } catch (SignatureException e) {
            return false; // the JDK may throw where r or s leave [1, n − 1]
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("This Java runtime has no working P-256", e);
        }
    }

    private static ECParameterSpec curve() {
        try {
            AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
            parameters.init(new ECGenParameterSpec("secp256r1"));
            return parameters.getParameterSpec(ECParameterSpec.class);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working P-256", e);
        }
    }
}
