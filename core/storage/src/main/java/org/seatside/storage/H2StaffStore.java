package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.seatside.model.id.AccountId;
import org.seatside.service.staff.StaffStore;

/// Accounts and sessions, read from the view.
final class H2StaffStore implements StaffStore {
    private static final String ACCOUNT = "select id, name, password_hash, roles, student, active, must_change,"
            + " password_at, failures, failed_at, totp, totp_step from account";

    private final Reads reads;

    H2StaffStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public boolean anyAccount() {
        return reads.read(view -> view.any("select 1 from account fetch first row only"));
    }

    @Override
    public Optional<Account> account(String name) {
        return reads.read(view -> view.first(ACCOUNT + " where name = ?", H2StaffStore::account, name));
    }

    @Override
    public Optional<Account> account(AccountId id) {
        return reads.read(view -> view.first(ACCOUNT + " where id = ?", H2StaffStore::account, id));
    }

    @Override
    public Optional<Account> accountByExternalId(String externalId) {
        return reads.read(view -> view.first(ACCOUNT + " where external_id = ?", H2StaffStore::account, externalId));
    }

    @Override
    public List<Account> accounts() {
        return reads.read(view -> view.list(ACCOUNT + " where student is null order by name", H2StaffStore::account));
    }

    @Override
    public boolean hasRecoveryCode(AccountId account, String hash) {
        return reads.read(
                view -> view.any("select 1 from recovery_code where account = ? and hash = ?", account, hash));
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return reads.read(view -> view.first(
                "select a.id, a.name, a.roles, a.student, a.active, a.must_change, s.expires_at, s.used_at,"
                        + " coalesce(s.proved_at, s.opened_at) as proved_at, (a.password_hash is not null and a.totp is null) as password_alone"
                        + " from staff_session s join account a on a.id = s.account where s.token_hash = ?",
                row -> new Session(
                        new AccountId(Rows.uuid(row, "id")),
                        Rows.text(row, "name"),
                        Rows.roles(row),
                        Rows.studentOrNull(row, "student"),
                        row.getBoolean("active"),
                        row.getBoolean("must_change"),
                        Rows.instant(row, "expires_at"),
                        Rows.instantOrNull(row, "used_at"),
                        Rows.instantOrNull(row, "proved_at"),
                        row.getBoolean("password_alone")),
                tokenHash));
    }

    @Override
    public List<OpenSession> sessions(AccountId account) {
        return reads.read(view -> view.list(
                "select id, token_hash, opened_at, used_at, expires_at, from_address, program from staff_session"
                        + " where account = ? and id is not null order by opened_at desc, id",
                row -> new OpenSession(
                        Rows.uuid(row, "id"),
                        Rows.text(row, "token_hash"),
                        Rows.instant(row, "opened_at"),
                        Rows.instant(row, "used_at"),
                        Rows.instant(row, "expires_at"),
                        row.getString("from_address"),
                        row.getString("program")),
                account));
    }

    private static Account account(ResultSet row) throws SQLException {
        return new Account(
                new AccountId(Rows.uuid(row, "id")),
                Rows.text(row, "name"),
                row.getString("password_hash"),
                Rows.roles(row),
                Rows.studentOrNull(row, "student"),
                row.getBoolean("active"),
                row.getBoolean("must_change"),
                Rows.instantOrNull(row, "password_at"),
                row.getInt("failures"),
                Rows.instantOrNull(row, "failed_at"),
                row.getString("totp"),
                row.getLong("totp_step"));
    }
}
