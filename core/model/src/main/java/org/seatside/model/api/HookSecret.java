package org.seatside.model.api;

/// The key a webhook's messages are signed with.
///
/// @param secret `whsec_` and Base64
public record HookSecret(String secret) {
    /// Without it.
    @Override
    public String toString() {
        return "HookSecret";
    }
}
