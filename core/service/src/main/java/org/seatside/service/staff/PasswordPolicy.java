package org.seatside.service.staff;

import java.util.List;

/// Knows the passwords that everybody tries first. Thread-safe.
@FunctionalInterface
public interface PasswordPolicy {
    /// Whether the password is a common or breached one, or little more than one.
    ///
    /// @param context words that are easy to guess here: the account's name, the campus, the product
    boolean isCommon(String password, List<String> context);
}
