package org.seatside.service.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.StudentId;

/// Reads accounts and sessions from this node's view. Thread-safe.
public interface StaffStore {
    boolean anyAccount();

    Optional<Account> account(String name);

    Optional<Account> account(AccountId id);

    /// @param externalId issuer and subject, joined by a blank
    Optional<Account> accountByExternalId(String externalId);

    /// All accounts by name, those of students left out.
    List<Account> accounts();

    boolean hasRecoveryCode(AccountId account, String hash);

    /// The open session of a token; expired ones are the caller's to refuse.
    Optional<Session> session(String tokenHash);

    /// Sessions of an account, the newest first.
    List<OpenSession> sessions(AccountId account);

    /// @param passwordHash as [PasswordHasher] reads it; null for who has none
    /// @param passwordAt null where it was set before that was kept
    /// @param failures failed attempts since the last success
    /// @param failedAt of the last of them; null where there are none
    /// @param totp sealed secret; null where there is no second factor
    /// @param totpStep the last step used
    record Account(
            AccountId id,
            String name,
            @Nullable String passwordHash,
            Set<Role> roles,
            @Nullable StudentId student,
            boolean active,
            boolean mustChange,
            @Nullable Instant passwordAt,
            int failures,
            @Nullable Instant failedAt,
            @Nullable String totp,
            long totpStep) {
        @Override
        public String toString() {
            return "Account[id=" + id + "]";
        }
    }

    /// @param usedAt to within five minutes; null where that was not kept yet
    /// @param provedAt when its person last proved who they are; null where that was not kept yet
    /// @param passwordAlone whether the account's password is all it takes to sign in
    record Session(
            AccountId account,
            String name,
            Set<Role> roles,
            @Nullable StudentId student,
            boolean active,
            boolean mustChange,
            Instant expiresAt,
            @Nullable Instant usedAt,
            @Nullable Instant provedAt,
            boolean passwordAlone) {}

    /// A session as its owner sees it.
    record OpenSession(
            UUID id,
            String tokenHash,
            Instant openedAt,
            Instant usedAt,
            Instant expiresAt,
            @Nullable String from,
            @Nullable String program) {}
}
