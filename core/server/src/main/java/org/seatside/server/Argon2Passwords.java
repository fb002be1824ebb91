package org.seatside.server;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.concurrent.Semaphore;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// Argon2id (RFC 9106) with 64 MiB and 3 passes, about a quarter of a second; at most two at a time, so that
/// people signing in cannot take the memory that check-ins need.
final class Argon2Passwords {
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;
    private static final int LANES = 1;
    private static final int SALT_LENGTH = 16;
    private static final int HASH_LENGTH = 32;
    private static final int MAX_MEMORY_KIB = 256 * 1024;
    private static final int MAX_PASSES = 16;
    private static final int AT_ONCE = 2;
    private static final Pattern PHC = Pattern.compile(
            "\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,3}),p=(\\d)\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final SecureRandom random;
    private final Semaphore places = new Semaphore(AT_ONCE, true);

    Argon2Passwords(SecureRandom random) {
        this.random = random;
    }

    public String hash(String password) {
        byte[] salt = new byte[SALT_LENGTH];
        random.nextBytes(salt);
        return phc(salt, derive(password, salt, MEMORY_KIB, PASSES, LANES, HASH_LENGTH));
    }

    public String unmatched() {
        byte[] bytes = new byte[SALT_LENGTH + HASH_LENGTH];
        random.nextBytes(bytes);
        return phc(Arrays.copyOf(bytes, SALT_LENGTH), Arrays.copyOfRange(bytes, SALT_LENGTH, bytes.length));
    }

    private static String phc(byte[] salt, byte[] hash) {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=" + LANES + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /// @throws IllegalArgumentException where the hash is not one this program would write or may run
    public boolean matches(String password, String hash) {
        Matcher phc = PHC.matcher(hash);
        if (!phc.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash in PHC string format");
        }
        int memory = Integer.parseInt(phc.group(1));
        int passes = Integer.parseInt(phc.group(2));
        int lanes = Integer.parseInt(phc.group(3));
        if (memory > MAX_MEMORY_KIB || passes > MAX_PASSES || passes < 1 || lanes < 1 || memory < 8 * lanes) {
            throw new IllegalArgumentException("an Argon2id hash with parameters out of range");
        }
        byte[] salt = Base64.getDecoder().decode(phc.group(4));
        byte[] expected = Base64.getDecoder().decode(phc.group(5));
        return MessageDigest.isEqual(expected, derive(password, salt, memory, passes, lanes, expected.length));
    }

    private byte[] derive(String password, byte[] salt, int memory, int passes, int lanes, int length) {
        places.acquireUninterruptibly();
        try {
            Argon2BytesGenerator argon2 = new Argon2BytesGenerator();
            argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(memory)
                    .withIterations(passes)
                    .withParallelism(lanes)
                    .withSalt(salt)
                    .build());
            byte[] hash = new byte[length];
            argon2.generateBytes(password.getBytes(StandardCharsets.UTF_8), hash);
            return hash;
        } finally {
            places.release();
        }
    }
}
