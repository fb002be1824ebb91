package org.seatside.model.api;

/// A secret for an authenticator. Nothing is kept of it until a code proves that it arrived.
///
/// @param secret in Base32
/// @param uri `otpauth://…`, to be shown as a QR code
public record TotpEnrolment(String secret, String uri) {
    @Override
    public String toString() {
        return "TotpEnrolment[]";
    }
}
