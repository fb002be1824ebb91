package org.seatside.service.staff;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// One-time codes by time (RFC 6238): HMAC-SHA-1, steps of 30 seconds, six digits, which every authenticator
/// reads.
final class Totp {
    /// Bytes of a secret (RFC 4226, section 4, R6).
    static final int SECRET_LENGTH = 20;

    private static final int STEP_SECONDS = 30;
    private static final int MODULUS = 1_000_000;
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private Totp() {}

    /// The step that a code belongs to: now, the one before or the one after, where it is later than the last one
    /// used. Empty where the code is wrong or was used.
    static OptionalLong step(byte[] secret, String code, Instant now, long lastUsed) {
        long current = Math.floorDiv(now.getEpochSecond(), STEP_SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = current - 1; step <= current + 1; step++) {
            boolean same = MessageDigest.isEqual(ascii(code(secret, step)), ascii(code));
            if (same && step > lastUsed && found.isEmpty()) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    static String code(byte[] secret, long step) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash).getInt(offset) & Integer.MAX_VALUE;
            return String.format(Locale.ROOT, "%06d", number % MODULUS);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java runtime has no working HMAC", e);
        }
    }

    /// RFC 4648, section 6, without padding: as authenticators take it.
    static String base32(byte[] secret) {
        StringBuilder text = new StringBuilder();
        int bits = 0;
        int value = 0;
        for (byte part : secret) {
            value = (value << Byte.SIZE) | (part & 0xff);
            bits += Byte.SIZE;
            while (bits >= 5) {
                bits -= 5;
                text.append(BASE32.charAt((value >>> bits) & 31));
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((value << (5 - bits)) & 31));
        }
        return text.toString();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(java.nio.charset.StandardCharsets.UTF_8);
    }
}
