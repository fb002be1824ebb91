package org.seatside.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.time.Instant;
import java.util.Set;
import org.seatside.model.id.AccountId;

/// An open session.
///
/// @param token 256 random bits in Base64url; the node keeps only its hash
/// @param expiresAt the latest it ends; it ends earlier after half an hour without use
/// @param mustChangePassword whether the node grants nothing but a new password before there is one
public record SignedIn(
        String token, AccountId account, String name, Set<Role> roles, Instant expiresAt, boolean mustChangePassword) {
    @JsonCreator
    public SignedIn {}

    public SignedIn(String token, AccountId account, String name, Set<Role> roles, Instant expiresAt) {
        this(token, account, name, roles, expiresAt, false);
    }

    @Override
    public String toString() {
        return "SignedIn[account=" + account + "]";
    }
}
