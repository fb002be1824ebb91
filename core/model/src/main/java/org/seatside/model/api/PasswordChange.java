package org.seatside.model.api;

/// A person changing the own password. All other sessions end.
///
/// @param password at least 15 characters
public record PasswordChange(String current, String password) {
    @Override
    public String toString() {
        return "PasswordChange[]";
    }
}
