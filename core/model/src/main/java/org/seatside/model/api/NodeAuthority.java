package org.seatside.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The campus's authority, whose key clients of a node pin, and the one that follows it. A pin is the SHA-256 of a
/// key's SubjectPublicKeyInfo in Base64url.
///
/// @param pin of the authority that vouches for the node now
/// @param nextPin of the one that will; null where none is on its way
/// @param nextAt when it takes over: until then every client has to have learned it; null where none is on its way
/// @param retired pins of authorities that kiosks trust no more
public record NodeAuthority(
        String pin, @Nullable String nextPin, @Nullable Instant nextAt, List<String> retired) {}
