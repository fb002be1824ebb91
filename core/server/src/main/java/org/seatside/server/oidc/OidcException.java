package org.seatside.server.oidc;

/// The institution's own service did not say who somebody is, or said it in a way that does not count. Repeats
/// nothing of what it said.
final class OidcException extends Exception {
    private static final long serialVersionUID = 1L;

    OidcException(String message) {
        super(message);
    }

    OidcException(String message, Throwable cause) {
        super(message, cause);
    }
}
