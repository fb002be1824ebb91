package org.seatside.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals what must not be read in the log, the view or a backup: AES-256-GCM (NIST SP 800-38D) with a random
/// 96-bit nonce. Every text is sealed for one purpose and opens for no other, so that nothing sealed can be moved
/// to another row. Sealed before the command is made: the nonce is part of the text. Thread-safe.
public final class Vault {
    private static final String PREFIX = "v1.";
    private static final int NONCE_LENGTH = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_LENGTH = 32;

    private final SecretKey master;
    private final SecureRandom random;

    /// @param master 32 random bytes that only the campus's nodes have
    public Vault(SecretKey master, SecureRandom random) {
        this.master = master;
        this.random = random;
    }

    /// @param purpose what and whose it is, such as `totp 0198…`
    /// @return ASCII
    public String seal(String purpose, byte[] content) {
        return seal(master, purpose, content);
    }

    /// @throws SealBrokenException where it was sealed for another purpose, with another key, or was changed
    ///     since
    public byte[] open(String purpose, String sealed) {
        return open(master, purpose, sealed);
    }

    /// A new key, sealed with the master key.
    public String newKey(String purpose) {
        byte[] key = new byte[KEY_LENGTH];
        random.nextBytes(key);
        try {
            return seal(purpose, key);
        } finally {
            Arrays.fill(key, (byte) 0);
        }
    }

    /// Seals under a key that [#newKey] made for `keyPurpose`.
    public String sealWith(String sealedKey, String keyPurpose, String purpose, byte[] content) {
        return seal(key(sealedKey, keyPurpose), purpose, content);
    }

    /// @throws SealBrokenException as [#open]
    public byte[] openWith(String sealedKey, String keyPurpose, String purpose, String sealed) {
        return open(key(sealedKey, keyPurpose), purpose, sealed);
    }

    private SecretKey key(String sealedKey, String keyPurpose) {
        return new SecretKeySpec(open(keyPurpose, sealedKey), "AES");
    }

    private String seal(SecretKey key, String purpose, byte[] content) {
        byte[] nonce = new byte[NONCE_LENGTH];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key, nonce, purpose).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE_LENGTH + sealed.length);
            System.arraycopy(sealed, 0, whole, NONCE_LENGTH, sealed.length);
            return PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working AES-GCM", e);
        }
    }

    private static byte[] open(SecretKey key, String purpose, String sealed) {
        try {
            if (!sealed.startsWith(PREFIX)) {
                throw new SealBrokenException();
            }
            byte[] whole = Base64.getUrlDecoder().decode(sealed.substring(PREFIX.length()));
            if (whole.length < NONCE_LENGTH) {
                throw new SealBrokenException();
            }
            byte[] nonce = Arrays.copyOf(whole, NONCE_LENGTH);
            return cipher(Cipher.DECRYPT_MODE, key, nonce, purpose)
                    .doFinal(whole, NONCE_LENGTH, whole.length - NONCE_LENGTH);
        } catch (IllegalArgumentException | AEADBadTagException _) {
            throw new SealBrokenException();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working AES-GCM", e);
        }
    }

    private static Cipher cipher(int mode, SecretKey key, byte[] nonce, String purpose)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(purpose.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /// What was sealed does not open. Repeats nothing of it.
    public static final class SealBrokenException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        SealBrokenException() {
            super("A sealed value does not open: another key sealed it, or it was changed. Restore the node's"
                    + " key files that belong to this data");
        }
    }
}
