package org.seatside.model.api;

/// A password that an administrator sets: good until the next sign-in, at least 15 characters.
public record NewPassword(String password) {
    @Override
    public String toString() {
        return "NewPassword[]";
    }
}
