package org.seatside.storage;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.StaffChange;
import org.seatside.service.log.StaffState;

/// Accounts and sessions on the writer's connection.
final class H2StaffState implements StaffState {
    private final Statements statements;

    H2StaffState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean insertAccount(StaffChange.AddAccount account, Instant at) {
        return statements.update(
                        "insert into account (id, name, password_hash, roles, student, must_change, external_id,"
                                + " password_at) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                        account.account(),
                        account.name(),
                        account.passwordHash(),
                        Rows.roles(account.roles()),
                        account.student(),
                        account.mustChange(),
                        account.externalId(),
                        at)
                == 1;
    }

    @Override
    public boolean accountExists(AccountId account) {
        return statements.any("select 1 from account where id = ?", account);
    }

    @Override
    public boolean studentExists(StudentId student) {
        return statements.any("select 1 from student where id = ?", student);
    }

    @Override
    public boolean updateAccount(StaffChange.ChangeAccount change) {
        return statements.updateUnlessTaken(
                        "update account set name = ?, roles = ?, active = ? where id = ?",
                        change.name(),
                        Rows.roles(change.roles()),
                        change.active(),
                        change.account())
                == 1;
    }

    @Override
    public int administratorsBeside(AccountId account) {
        return Math.toIntExact(
                statements
                        .list("select roles from account where active = true and id <> ?", Rows::roles, account)
                        .stream()
                        .filter(roles -> roles.contains(Role.ADMINISTRATOR))
                        .count());
    }

    @Override
    public void setPassword(AccountId account, String hash, boolean mustChange, Instant at) {
        statements.update(
                "update account set password_hash = ?, must_change = ?, password_at = ?, failures = 0,"
                        + " failed_at = null where id = ?",
                hash,
                mustChange,
                at,
                account);
    }

    @Override
    public void replaceHash(AccountId account, String oldHash, String newHash, Instant at) {
        statements.update(
                "update account set password_hash = ?, password_at = ? where id = ? and password_hash = ?",
                newHash,
                at,
                account,
                oldHash);
    }

    @Override
    public void countFailure(AccountId account, Instant at) {
        statements.update("update account set failures = failures + 1, failed_at = ? where id = ?", at, account);
    }

    @Override
    public void forgetFailures(AccountId account) {
        statements.update("update account set failures = 0, failed_at = null where id = ? and failures > 0", account);
    }

    @Override
    public void saveTotp(StaffChange.SaveTotp totp) {
        statements.update(
                "update account set totp = ?, totp_step = ? where id = ?", totp.secret(), totp.step(), totp.account());
        statements.update("delete from recovery_code where account = ?", totp.account());
        for (String hash : totp.recovery()) {
            statements.update(
                    "insert into recovery_code (account, hash) values (?, ?) on conflict do nothing",
                    totp.account(),
                    hash);
        }
    }

    @Override
    public void removeTotp(AccountId account) {
        statements.update("update account set totp = null, totp_step = null where id = ?", account);
        statements.update("delete from recovery_code where account = ?", account);
    }

    @Override
    public OptionalLong totpStep(AccountId account) {
        return statements
                .first(
                        "select totp_step from account where id = ? and totp is not null",
                        row -> OptionalLong.of(row.getLong("totp_step")),
                        account)
                .orElse(OptionalLong.empty());
    }

    @Override
    public void useTotpStep(AccountId account, long step) {
        statements.update("update account set totp_step = ? where id = ?", step, account);
    }

    @Override
    public boolean spendRecoveryCode(AccountId account, String hash) {
        return statements.update("delete from recovery_code where account = ? and hash = ?", account, hash) == 1;
    }

    @Override
    public void insertSession(CommandId id, Instant at, StaffChange.StartSession session) {
        statements.update(
                "insert into staff_session (token_hash, account, expires_at, id, opened_at, used_at, from_address,"
                        + " program) values (?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                session.tokenHash(),
                session.account(),
                session.expiresAt(),
                id,
                at,
                at,
                session.from(),
                session.program());
    }

    @Override
    public void proveSession(String tokenHash, Instant at) {
        statements.update("update staff_session set proved_at = ? where token_hash = ?", at, tokenHash);
    }

    @Override
    public void touchSession(String tokenHash, Instant at) {
        statements.update("update staff_session set used_at = ? where token_hash = ?", at, tokenHash);
    }

    @Override
    public void deleteSession(StaffChange.EndSession session) {
        statements.update(
                "delete from staff_session where account = ? and id = ?", session.account(), session.session());
    }

    @Override
    public void deleteSession(String tokenHash) {
        statements.update("delete from staff_session where token_hash = ?", tokenHash);
    }

    @Override
    public void deleteSessions(AccountId account, Optional<String> keep) {
        statements.update("delete from staff_session where account = ? and token_hash <> ?", account, keep.orElse(""));
    }

    @Override
    public void deleteSessionsExpiredBy(Instant now) {
        statements.update("delete from staff_session where expires_at < ?", now);
    }
}
