package org.seatside.sample;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/// Makes legacy room tags for a sample campus, under a key drawn for it. A real campus has its tags on its
/// walls.
public final class SampleTags {
    private final SecretKey key;

    /// @param key 16, 24 or 32 bytes
    public SampleTags(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// 32 or 64 hexadecimal digits: AES/ECB/PKCS5 over the name in UTF-8.
    public String tag(String name) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/PKCS5Padding");
            cipher.init(Cipher.ENCRYPT_MODE, key);
            return HexFormat.of().formatHex(cipher.doFinal(name.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working AES", e);
        }
    }
}
