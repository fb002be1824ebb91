package org.seatside.service;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

final class VaultTest {
    private static final byte[] SECRET = "extra minutes: 10".getBytes(StandardCharsets.UTF_8);

    private final Vault vault = new Vault(new SecretKeySpec(new byte[32], "AES"), new SecureRandom());

    @Test
    void opensWhatItSealedForTheSamePurposeOnly() {
        String sealed = vault.seal("needs 1", SECRET);

        assertArrayEquals(SECRET, vault.open("needs 1", sealed));
        assertThrows(Vault.SealBrokenException.class, () -> vault.open("needs 2", sealed));
        assertThrows(Vault.SealBrokenException.class, () -> vault.open("needs 1", ""));
        assertThrows(Vault.SealBrokenException.class, () -> vault.open("needs 1", "v1.AAAA"));
        assertThrows(Vault.SealBrokenException.class, () -> vault.open("needs 1", "v1.*"));
        assertFalse(sealed.equals(vault.seal("needs 1", SECRET)), "a nonce of its own for each");
    }

    @Test
    void opensNothingThatWasChangedInOneBit() {
        byte[] sealed =
                Base64.getUrlDecoder().decode(vault.seal("needs 1", SECRET).substring(3));
        int refused = 0;
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] other = sealed.clone();
            other[bit / 8] ^= (byte) (1 << (bit % 8));
            String text = "v1." + Base64.getUrlEncoder().withoutPadding().encodeToString(other);
            assertThrows(Vault.SealBrokenException.class, () -> vault.open("needs 1", text));
            refused++;
        }
        assertEquals((SECRET.length + 12 + 16) * 8, refused);
    }

    @Test
    void keepsAKeyForEachStudentUnderItsOwn() {
        String one = vault.newKey("key 1");
        String two = vault.newKey("key 2");
        String sealed = vault.sealWith(one, "key 1", "needs 1", SECRET);

        assertArrayEquals(SECRET, vault.openWith(one, "key 1", "needs 1", sealed));
        assertThrows(Vault.SealBrokenException.class, () -> vault.openWith(two, "key 2", "needs 1", sealed));
        assertThrows(Vault.SealBrokenException.class, () -> vault.openWith(one, "key 2", "needs 1", sealed));
        Vault other = new Vault(
                new SecretKeySpec(
                        new byte[] {
                            1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0,
                            0
                        },
                        "AES"),
                new SecureRandom());
        assertThrows(Vault.SealBrokenException.class, () -> other.openWith(one, "key 1", "needs 1", sealed));
    }
}
