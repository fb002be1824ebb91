package org.seatside.service.trail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.seatside.model.audit.AuditCheckpoint;

/// Signs and verifies checkpoints: Ed25519 over a name of its own, the institution, the number, the hash and the
/// time, a line each. The institution is part of it, so that no campus's checkpoint counts for another.
public final class Checkpoints {
    private Checkpoints() {}

    /// @param institution 32 hexadecimal digits
    /// @param keyNumber of the private key
    public static AuditCheckpoint sign(
            String institution, long number, String hash, Instant at, int keyNumber, PrivateKey key) {
        Instant cut = at.truncatedTo(ChronoUnit.MICROS);
        try {
            Signature signer = Signature.getInstance("Ed25519");
            signer.initSign(key);
            signer.update(bytes(institution, number, hash, cut));
            String signature = Base64.getEncoder().encodeToString(signer.sign());
            return new AuditCheckpoint(number, hash, cut, keyNumber, signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The issuer key does not sign", e);
        }
    }

    public static boolean isSigned(String institution, AuditCheckpoint checkpoint, PublicKey key) {
        try {
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(key);
            verifier.update(bytes(institution, checkpoint.number(), checkpoint.hash(), checkpoint.at()));
            return verifier.verify(Base64.getDecoder().decode(checkpoint.signature()));
        } catch (IllegalArgumentException | GeneralSecurityException _) {
            return false; // whatever is wrong with it, it is not that key's signature
        }
    }

    private static byte[] bytes(String institution, long number, String hash, Instant at) {
        return ("SEATSIDE-AUDIT-CHECKPOINT-1\n" + institution + "\n" + number + "\n" + hash + "\n" + at + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
