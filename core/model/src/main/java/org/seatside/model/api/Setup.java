package org.seatside.model.api;

/// The first administrator.
///
/// @param token from the file `setup-token` in the node's data folder
/// @param password at least 15 characters
public record Setup(String token, String name, String password) {
    @Override
    public String toString() {
        return "Setup[name=" + name + "]";
    }
}
