package org.seatside.service.staff;

import java.text.Normalizer;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Commands;
import org.seatside.service.log.StaffChange;

/// Accounts as administrators look after them. Nobody changes the own roles: whoever needs more asks somebody
/// else. What is added takes the id of the command that adds it. Thread-safe.
public final class AccountService {
    private static final int MAX_NAME = 64;
    private static final int MAX_EXTERNAL_ID = 512;

    /// 60 characters with a cost of 4 to 14: what takes longer would keep others from signing in.
    private static final Pattern BCRYPT = Pattern.compile("\\$2[aby]\\$(0[4-9]|1[0-4])\\$[./A-Za-z0-9]{53}");

    private final StaffStore store;
    private final Commands commands;
    private final Passwords passwords;

    public AccountService(StaffStore store, Commands commands, Passwords passwords) {
        this.store = store;
        this.commands = commands;
        this.passwords = passwords;
    }

    /// Accounts of staff, by name.
    public List<AccountView> accounts() {
        return store.accounts().stream().map(AccountService::view).toList();
    }

    public AccountView account(AccountId id) {
        return view(known(id));
    }

    /// A password given here is good until the first sign-in.
    public AccountView add(NewAccount account, String actor, CommandId command) {
        String name = name(account.name());
        checkRoles(account.roles(), account.student());
        if (account.password() == null && account.externalId() == null) {
            throw RefusedException.invalid(
                    "password-needed", "Give a first password, or the id at the institution's own sign-in.");
        }
        if (account.externalId() != null
                && (account.externalId().isBlank() || account.externalId().length() > MAX_EXTERNAL_ID)) {
            throw RefusedException.invalid(
                    "external-id-malformed", "An external id is issuer and subject, joined by a blank.");
        }
        String hash = account.password() == null ? null : passwords.accept(account.password(), name);
        AccountId id = new AccountId(command.value());
        return append(
                new StaffChange.AddAccount(
                        id, name, hash, account.roles(), account.student(), hash != null, account.externalId()),
                actor,
                command);
    }

    /// An account of an older service with its bcrypt hash, which is good for a year and until the first sign-in.
    ///
    /// @param student whose account it is, which makes it one of a student; null for staff
    public AccountView addFromOlderService(
            String name, String bcrypt, @Nullable StudentId student, String actor, CommandId command) {
        AccountId id = new AccountId(command.value());
        return append(fromOlderService(id, name, bcrypt, student), actor, command);
    }

    /// What adds such an account, for who puts many into the log.
    ///
    /// @throws RefusedException INVALID where name or hash are not what they should be
    public static StaffChange.AddAccount fromOlderService(
            AccountId id, String name, String bcrypt, @Nullable StudentId student) {
        if (!BCRYPT.matcher(bcrypt).matches()) {
            throw RefusedException.invalid("hash-malformed", "This is no bcrypt hash with a cost of 4 to 14.");
        }
        Set<Role> roles = Set.of(student == null ? Role.STAFF : Role.STUDENT);
        return new StaffChange.AddAccount(id, name(name), bcrypt, roles, student, false, null);
    }

    public AccountView change(AccountId id, AccountChange change, AccountId actor, CommandId command) {
        StaffStore.Account known = known(id);
        checkRoles(change.roles(), known.student());
        boolean sameRights = change.roles().equals(known.roles()) && change.active() == known.active();
        if (id.equals(actor) && !sameRights) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN,
                    "own-roles",
                    "Nobody changes the own roles: ask another administrator.");
        }
        commands.require(
                command,
                actor.toString(),
                new StaffChange.ChangeAccount(id, name(change.name()), change.roles(), change.active()));
        return account(id);
    }

    /// Ends all sessions of the account; the password is good until the next sign-in.
    public void resetPassword(AccountId id, String password, String actor, CommandId command) {
        String hash = passwords.accept(password, known(id).name());
        require(new StaffChange.SetPassword(id, hash, true, null), actor, command);
    }

    /// For who lost the authenticator and the recovery codes.
    public void removeSecondFactor(AccountId id, String actor, CommandId command) {
        require(new StaffChange.RemoveTotp(id), actor, command);
    }

    public void endSessions(AccountId id, String actor, CommandId command) {
        require(new StaffChange.EndSessions(known(id).id()), actor, command);
    }

    private AccountView append(StaffChange.AddAccount add, String actor, CommandId command) {
        require(add, actor, command);
        return account(add.account());
    }

    private void require(StaffChange change, String actor, CommandId command) {
        commands.require(command, actor, change);
    }

    private StaffStore.Account known(AccountId id) {
        return store.account(id)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is no such account any more."));
    }

    private static AccountView view(StaffStore.Account account) {
        return new AccountView(
                account.id(),
                account.name(),
                account.roles(),
                account.active(),
                account.student(),
                account.totp() != null,
                account.mustChange(),
                SignInGuard.isLocked(account));
    }

    private static void checkRoles(Set<Role> roles, @Nullable StudentId student) {
        boolean fits = student == null
                ? !roles.isEmpty() && !roles.contains(Role.STUDENT)
                : roles.equals(Set.of(Role.STUDENT));
        if (!fits) {
            throw RefusedException.invalid(
                    "roles-malformed", "An account of staff has a role; one of a student has that of a student alone.");
        }
    }

    static String name(String text) {
        String name = Normalizer.normalize(text, Normalizer.Form.NFC).strip();
        if (name.isEmpty() || name.length() > MAX_NAME || name.codePoints().anyMatch(Character::isISOControl)) {
            throw RefusedException.invalid("name-needed", "Give a name of 1 to 64 characters.");
        }
        return name;
    }
}
