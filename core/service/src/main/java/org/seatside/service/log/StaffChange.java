package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.StudentId;

/// What changes accounts and sessions. The names are in the log for ever, as those of [Change].
@JsonSubTypes({
    @JsonSubTypes.Type(value = StaffChange.AddAccount.class, name = "add-account"),
    @JsonSubTypes.Type(value = StaffChange.ChangeAccount.class, name = "change-account"),
    @JsonSubTypes.Type(value = StaffChange.SetPassword.class, name = "set-password"),
    @JsonSubTypes.Type(value = StaffChange.Rehash.class, name = "rehash"),
    @JsonSubTypes.Type(value = StaffChange.FailSignIn.class, name = "fail-sign-in"),
    @JsonSubTypes.Type(value = StaffChange.SaveTotp.class, name = "save-totp"),
    @JsonSubTypes.Type(value = StaffChange.RemoveTotp.class, name = "remove-totp"),
    @JsonSubTypes.Type(value = StaffChange.StartSession.class, name = "start-session"),
    @JsonSubTypes.Type(value = StaffChange.ProveSession.class, name = "prove-session"),
    @JsonSubTypes.Type(value = StaffChange.TouchSession.class, name = "touch-session"),
    @JsonSubTypes.Type(value = StaffChange.EndSession.class, name = "end-session"),
    @JsonSubTypes.Type(value = StaffChange.EndSessions.class, name = "end-sessions")
})
public sealed interface StaffChange extends Change {
    /// Whose account it is; null where the change names it otherwise.
    default @Nullable AccountId account() {
        return null;
    }

    @Override
    default @Nullable String subject() {
        AccountId account = account();
        return account == null ? null : account.toString();
    }

    /// Conflict NAME_TAKEN where the name or the external id is another's, UNKNOWN_REFERENCE for a student that
    /// is not there.
    ///
    /// @param passwordHash Argon2id in PHC string format, or bcrypt of an older service, which is good until the
    ///     first sign-in; null for who signs in with the institution's own service
    /// @param student whose account it is; null for staff
    /// @param mustChange whether the first thing after signing in is a new password
    /// @param externalId issuer and subject at the institution's own sign-in, joined by a blank; null for none
    record AddAccount(
            AccountId account,
            String name,
            @Nullable String passwordHash,
            Set<Role> roles,
            @Nullable StudentId student,
            boolean mustChange,
            @Nullable String externalId)
            implements StaffChange {
        @Override
        public String detail() {
            return "roles=" + names(roles);
        }

        @Override
        public String toString() {
            return "AddAccount[account=" + account + "]";
        }
    }

    /// Ends the account's sessions where it is not active any more. Conflict NAME_TAKEN; LAST_ADMINISTRATOR where
    /// no active one would be left.
    record ChangeAccount(AccountId account, String name, Set<Role> roles, boolean active) implements StaffChange {
        @Override
        public String detail() {
            return "roles=" + names(roles) + " active=" + active;
        }
    }

    /// Ends all sessions but one, and forgets failed attempts.
    ///
    /// @param keep hash of the token of the session that goes on; null for none
    record SetPassword(
            AccountId account,
            String passwordHash,
            boolean mustChange,
            @Nullable String keep) implements StaffChange {
        @Override
        public String toString() {
            return "SetPassword[account=" + account + "]";
        }
    }

    /// The same password, hashed anew. Changes nothing where the password changed meanwhile.
    record Rehash(AccountId account, String oldHash, String newHash) implements StaffChange {
        @Override
        public String toString() {
            return "Rehash[account=" + account + "]";
        }
    }

    /// Counts a failed attempt.
    ///
    /// @param from address it came from
    record FailSignIn(AccountId account, @Nullable String from) implements StaffChange {}

    /// @param secret sealed
    /// @param step the step whose code proved it, used with that
    /// @param recovery SHA-256 of each recovery code, hexadecimal; replaces all there were
    record SaveTotp(AccountId account, String secret, long step, List<String> recovery) implements StaffChange {
        @Override
        public String toString() {
            return "SaveTotp[account=" + account + "]";
        }
    }

    record RemoveTotp(AccountId account) implements StaffChange {}

    /// Takes the command's id as the session's. Conflict CODE_SPENT where the one-time code was used before.
    ///
    /// @param tokenHash SHA-256 of the session token, hexadecimal
    /// @param step of the one-time code that proved it; null where there was none
    /// @param recovery SHA-256 of the recovery code that proved it; null where there was none
    record StartSession(
            String tokenHash,
            AccountId account,
            Instant expiresAt,
            @Nullable String from,
            @Nullable String program,
            @Nullable Long step,
            @Nullable String recovery)
            implements StaffChange {
        @Override
        public @Nullable String detail() {
            return recovery == null ? null : "recovery-code";
        }

        @Override
        public String toString() {
            return "StartSession[account=" + account + "]";
        }
    }

    /// The session's person proved at the command's time that it is still them. Conflict CODE_SPENT as above.
    ///
    /// @param step as above; null where the password proved it
    record ProveSession(
            String tokenHash,
            AccountId account,
            @Nullable Long step,
            @Nullable String recovery) implements StaffChange {
        @Override
        public @Nullable String detail() {
            return recovery == null ? null : "recovery-code";
        }

        @Override
        public String toString() {
            return "ProveSession[account=" + account + "]";
        }
    }

    /// The session was used at the command's time.
    record TouchSession(String tokenHash) implements StaffChange {
        @Override
        public boolean audited() {
            return false;
        }
    }

    /// Ends one session of an account.
    record EndSession(AccountId account, UUID session) implements StaffChange {}

    /// Ends all sessions of an account.
    record EndSessions(AccountId account) implements StaffChange {}

    private static String names(Set<Role> roles) {
        return roles.stream().sorted().map(Role::name).collect(Collectors.joining(","));
    }
}
