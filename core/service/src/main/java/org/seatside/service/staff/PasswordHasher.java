package org.seatside.service.staff;

/// A slow hash for passwords, in PHC string format. Thread-safe; bounds how many run at once.
public interface PasswordHasher {
    String hash(String password);

    /// A hash that no password has, at no cost: what is compared where there is no account takes as long as any.
    String unmatched();

    /// In the same time whether the hash is good or not.
    boolean matches(String password, String hash);
}
