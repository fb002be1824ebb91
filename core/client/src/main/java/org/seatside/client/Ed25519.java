package org.seatside.client;

import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/// Checks signatures (RFC 8032).
final class Ed25519 {
    private Ed25519() {}

    /// @param spki SubjectPublicKeyInfo in Base64
    /// @throws IllegalArgumentException where it is no such key
    static PublicKey publicKey(String spki) {
        try {
            return KeyFactory.getInstance("Ed25519")
                    .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(spki)));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("Not a public Ed25519 key", e);
        }
    }

    static boolean verify(PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature check = Signature.getInstance("Ed25519");
            check.initVerify(key);
            check.update(message);
            return check.verify(signature);
        } catch (InvalidKeyException | SignatureException e) {
            // A damaged key may be no point of the curve: nothing is signed by it.
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every JDK since 15 verifies Ed25519", e);
        }
    }
}
