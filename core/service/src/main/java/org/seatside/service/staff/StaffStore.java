package org.seatside.service.staff;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;

/// Reads accounts and sessions from this node's view. Thread-safe.
public interface StaffStore {
    boolean anyAccount();

    Optional<Account> account(String name);

    /// The open session of a token; expired ones are the caller's to refuse.
    Optional<Session> session(String tokenHash);

    /// @param passwordHash Argon2id in PHC string format
    record Account(AccountId id, String name, String passwordHash, Set<Role> roles) {
        @Override
        public String toString() {
            return "Account[id=" + id + "]";
        }
    }

    record Session(AccountId account, String name, Set<Role> roles, Instant expiresAt) {}
}
