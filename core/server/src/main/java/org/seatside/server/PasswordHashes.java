package org.seatside.server;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.seatside.service.staff.PasswordHasher;

/// Makes Argon2id; reads also the bcrypt hashes that an older service left.
final class PasswordHashes implements PasswordHasher {
    /// bcrypt looks at no more. A longer password was cut by the older service; here it is wrong.
    private static final int BCRYPT_BYTES = 72;

    private final Argon2Passwords argon2;

    PasswordHashes(SecureRandom random) {
        this.argon2 = new Argon2Passwords(random);
    }

    @Override
    public String hash(String password) {
        return argon2.hash(password);
    }

    @Override
    public String unmatched() {
        return argon2.unmatched();
    }

    /// @throws IllegalArgumentException where the hash is of neither kind
    @Override
    public boolean matches(String password, String hash) {
        if (!isOld(hash)) {
            return argon2.matches(password, hash);
        }
        byte[] bytes = password.getBytes(StandardCharsets.UTF_8);
        return bytes.length <= BCRYPT_BYTES && OpenBSDBCrypt.checkPassword(hash, bytes);
    }

    @Override
    public boolean isOld(String hash) {
        return hash.startsWith("$2");
    }
}
