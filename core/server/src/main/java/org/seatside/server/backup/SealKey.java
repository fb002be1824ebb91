package org.seatside.server.backup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// The key of one backup, from a passphrase and the backup's salt: Argon2id, 64 MiB, three passes (RFC 9106).
/// Blocks are sealed by AES-256-GCM as STREAM says (Hoang et al., 2015): the nonce counts them and marks the
/// last, so that blocks can neither be changed, moved nor left out, nor the end cut off.
final class SealKey {
    static final int BLOCK = 64 * 1024;
    static final int TAG = 16;
    static final int SALT = 16;
    static final byte[] MAGIC = "SEATBACK1".getBytes(StandardCharsets.US_ASCII);
    private static final int KEY = 32;
    private static final int NONCE = 12;
    private static final int SHORTEST = 20;

    private final SecretKeySpec key;
    private final byte[] header;

    private SealKey(byte[] key, byte[] header) {
        this.key = new SecretKeySpec(key, "AES");
        this.header = header;
    }

    /// @param passphraseFile whose first line it is, at least 20 characters
    static SealKey of(Path passphraseFile, byte[] salt) throws IOException {
        String passphrase;
        try (var lines = Files.lines(passphraseFile)) {
            passphrase = lines.findFirst().orElse("").strip();
        }
        if (passphrase.length() < SHORTEST) {
            throw new IOException("The passphrase in " + passphraseFile + " has fewer than 20 characters: draw a longer"
                    + " one, and keep it where the backups are not");
        }
        Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(64 * 1024)
                .withIterations(3)
                .withParallelism(1)
                .build());
        byte[] key = new byte[KEY];
        argon2.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        byte[] header = Arrays.copyOf(MAGIC, MAGIC.length + SALT);
        System.arraycopy(salt, 0, header, MAGIC.length, SALT);
        return new SealKey(key, header);
    }

    /// The plain beginning of the file.
    byte[] header() {
        return header.clone();
    }

    byte[] seal(byte[] plain, int length, long number, boolean last) throws IOException {
        try {
            return cipher(Cipher.ENCRYPT_MODE, number, last).doFinal(plain, 0, length);
        } catch (GeneralSecurityException e) {
            throw new IOException("cannot seal", e);
        }
    }

    byte[] open(byte[] sealed, long number, boolean last) throws IOException {
        try {
            return cipher(Cipher.DECRYPT_MODE, number, last).doFinal(sealed);
        } catch (GeneralSecurityException e) {
            throw new IOException(
                    number == 0
                            ? "The passphrase is not the one of this backup, or the backup is damaged"
                            : "The backup is damaged or torn behind its first " + ((number * BLOCK) >> 10) + " KiB: use"
                                    + " an older one");
        }
    }

    private Cipher cipher(int mode, long number, boolean last) throws GeneralSecurityException {
        byte[] nonce = new byte[NONCE];
        for (int i = 0; i < Long.BYTES; i++) {
            nonce[NONCE - 2 - i] = (byte) (number >>> (8 * i));
        }
        nonce[NONCE - 1] = (byte) (last ? 1 : 0);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(8 * TAG, nonce));
        cipher.updateAAD(header);
        return cipher;
    }
}
