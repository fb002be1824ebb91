package org.seatside.model.api;

/// Where to sign in.
///
/// @param address to be opened in a browser
/// @param state what must come back with the code, unchanged
public record ExternalStarted(String address, String state) {
    @Override
    public String toString() {
        return "ExternalStarted[]";
    }
}
