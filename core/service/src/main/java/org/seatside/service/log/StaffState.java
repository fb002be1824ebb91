package org.seatside.service.log;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;

/// The part of a [StateTransaction] that keeps accounts and sessions.
public interface StaffState {
    /// False where name or external id are taken.
    boolean insertAccount(StaffChange.AddAccount account, Instant at);

    boolean accountExists(AccountId account);

    boolean studentExists(StudentId student);

    /// False where the name is taken.
    boolean updateAccount(StaffChange.ChangeAccount change);

    /// Active administrators other than this one.
    int administratorsBeside(AccountId account);

    void setPassword(AccountId account, String hash, boolean mustChange, Instant at);

    void replaceHash(AccountId account, String oldHash, String newHash, Instant at);

    void countFailure(AccountId account, Instant at);

    void forgetFailures(AccountId account);

    void saveTotp(StaffChange.SaveTotp totp);

    void removeTotp(AccountId account);

    /// The last step whose code was used; empty where the account has no second factor.
    OptionalLong totpStep(AccountId account);

    void useTotpStep(AccountId account, long step);

    /// False where there is no such code any more.
    boolean spendRecoveryCode(AccountId account, String hash);

    void insertSession(CommandId id, Instant at, StaffChange.StartSession session);

    void proveSession(String tokenHash, Instant at);

    void touchSession(String tokenHash, Instant at);

    void deleteSession(StaffChange.EndSession session);

    void deleteSession(String tokenHash);

    /// All of the account but the one with this token, where one is named.
    void deleteSessions(AccountId account, Optional<String> keep);

    void deleteSessionsExpiredBy(Instant now);
}
