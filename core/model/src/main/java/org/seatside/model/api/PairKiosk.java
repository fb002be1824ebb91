package org.seatside.model.api;

/// A kiosk registering its device key.
///
/// @param code from the invitation
/// @param publicKey Ed25519, X.509 SubjectPublicKeyInfo in Base64
public record PairKiosk(String code, String publicKey) {
    @Override
    public String toString() {
        return "PairKiosk[]";
    }
}
