package org.seatside.service;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Mac;
import javax.crypto.SecretKey;

/// Values that only the campus can compute, one for each purpose and text: HMAC-SHA-256 (RFC 2104) under a key
/// that all nodes share. A request repeated under the same command id is thus answered with the same handle or
/// code, without keeping either in the clear. Immutable; for any number of threads.
public final class DerivedSecrets {
    private static final String ALGORITHM = "HmacSHA256";

    private final SecretKey key;

    /// @param key at least 32 random bytes
    public DerivedSecrets(SecretKey key) {
        this.key = key;
    }

    /// @param purpose constant; no two uses share one
    /// @param length 1 to 32 bytes
    public byte[] derive(String purpose, String text, int length) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            mac.update(purpose.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return Arrays.copyOf(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)), length);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working HMAC", e);
        }
    }
}
