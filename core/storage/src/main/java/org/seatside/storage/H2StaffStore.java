package org.seatside.storage;

import java.util.Optional;
import org.seatside.model.id.AccountId;
import org.seatside.service.staff.StaffStore;

/// Accounts and sessions, read from the view.
final class H2StaffStore implements StaffStore {
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
        return reads.read(view -> view.first(
                "select id, name, password_hash, roles from account where name = ?",
                row -> new Account(
                        new AccountId(Rows.uuid(row, "id")),
                        Rows.text(row, "name"),
                        Rows.text(row, "password_hash"),
                        Rows.roles(row)),
                name));
    }

    @Override
    public Optional<Session> session(String tokenHash) {
        return reads.read(view -> view.first(
                "select a.id, a.name, a.roles, s.expires_at from staff_session s join account a on a.id = s.account"
                        + " where s.token_hash = ?",
                row -> new Session(
                        new AccountId(Rows.uuid(row, "id")),
                        Rows.text(row, "name"),
                        Rows.roles(row),
                        Rows.instant(row, "expires_at")),
                tokenHash));
    }
}
