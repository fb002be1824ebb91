package org.seatside.server.http;

import java.util.Optional;

/// Finds out who a bearer token stands for. Thread-safe.
@FunctionalInterface
public interface Authenticator {
    /// Empty for a token that is unknown, forged, expired or revoked.
    Optional<Caller> authenticate(String token);
}
