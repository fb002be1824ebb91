package org.seatside.service.staff;

/// Slow hashes for passwords: makes Argon2id in PHC string format, reads that and bcrypt. Thread-safe; bounds how
/// many run at once.
public interface PasswordHasher {
    String hash(String password);

    /// A hash that no password has, at no cost: what is compared where there is no account takes as long as any.
    String unmatched();

    /// In the same time whether the hash is good or not.
    boolean matches(String password, String hash);

    /// Whether the hash is of an older kind, to be replaced once its password was seen.
    boolean isOld(String hash);
}
