package org.seatside.model.api;

import java.time.Instant;
import java.util.Set;
import org.seatside.model.id.AccountId;

/// An open session.
///
/// @param token 256 random bits in Base64url; the node keeps only its hash
public record SignedIn(String token, AccountId account, String name, Set<Role> roles, Instant expiresAt) {
    @Override
    public String toString() {
        return "SignedIn[account=" + account + "]";
    }
}
