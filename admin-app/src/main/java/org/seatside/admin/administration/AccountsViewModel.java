package org.seatside.admin.administration;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Input;
import org.seatside.admin.entry.Switched;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.AccountClient;
import org.seatside.model.api.AccountChange;
import org.seatside.model.api.AccountView;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewPassword;
import org.seatside.model.api.Role;
import org.seatside.model.id.AccountId;

/// Accounts of staff: who may sign in, and what each may do.
public final class AccountsViewModel {
    /// The roles given here; a student's account comes with the student.
    static final Set<Role> GIVEN = EnumSet.complementOf(EnumSet.of(Role.STUDENT));

    private final NodeLink link;
    private final AccountId own;
    private final AccountClient accounts;
    private final EntryList<AccountView> list;

    /// @param own the account that is signed in: nobody changes the own roles
    public AccountsViewModel(NodeLink link, AccountId own) {
        this.link = link;
        this.own = own;
        this.accounts = link.client().accounts();
        this.list = new EntryList<>(link, this::all, AccountView::name, null);
    }

    private List<AccountView> all() throws org.seatside.client.NodeException {
        return accounts.all().stream()
                .sorted(Comparator.comparing((AccountView account) -> !account.active())
                        .thenComparing(AccountView::name))
                .toList();
    }

    public EntryList<AccountView> list() {
        return list;
    }

    boolean isOwn(AccountView account) {
        return account.id().equals(own);
    }

    /// A new account with its first password, which it has to change.
    ///
    /// @param close after it was made
    EntryForm<NewAccount> adding(Runnable close) {
        Typed<String> name = Typed.needed("account.name", null);
        Typed<String> password = Typed.secret("account.password", "account.password.hint");
        List<RoleSwitch> roles = roles(Set.of(Role.STAFF));
        EntryForm<NewAccount> form = new EntryForm<>(
                link,
                inputs(name, password, roles),
                () -> new NewAccount(name.value(), password.value(), chosen(roles), null, null),
                accounts::add,
                made -> {
                    list.changed(Notice.done("account.added", made.name()));
                    close.run();
                });
        refusedPassword(form, password);
        return form.refused("name-taken", name, "account.name.taken")
                .refused("name-needed", name, "name.refused")
                .refused("roles-malformed", null, "account.roles.none");
    }

    /// Name, roles, and whether it may sign in.
    EntryForm<AccountChange> changing(AccountView account, Runnable close) {
        Typed<String> name = Typed.needed("account.name", null).with(account.name());
        List<RoleSwitch> roles = roles(account.roles());
        Switched active = new Switched("account.active", "account.active.hint").with(account.active());
        List<Input> inputs = inputs(name, null, isOwn(account) || account.student() != null ? List.of() : roles);
        if (!isOwn(account)) {
            inputs.add(active);
        }
        EntryForm<AccountChange> form = new EntryForm<>(
                link,
                inputs,
                () -> new AccountChange(
                        name.value(),
                        account.student() != null ? account.roles() : chosen(roles),
                        active.on().get()),
                (change, id) -> accounts.change(account.id(), change, id),
                change -> {
                    list.changed(Notice.done("account.changed", change.name()));
                    close.run();
                });
        return form.refused("name-taken", name, "account.name.taken")
                .refused("name-needed", name, "name.refused")
                .refused("roles-malformed", null, "account.roles.none")
                .refused("own-roles", null, "account.roles.own")
                .refused("last-administrator", null, "account.roles.last");
    }

    /// A password that holds until the next sign-in.
    EntryForm<NewPassword> password(AccountView account, Runnable close) {
        Typed<String> password = Typed.secret("account.password", "account.password.hint");
        EntryForm<NewPassword> form = new EntryForm<>(
                link,
                List.of(password),
                () -> new NewPassword(password.value()),
                (typed, id) -> accounts.resetPassword(account.id(), typed, id),
                _ -> {
                    list.changed(Notice.done("account.password.set", account.name()));
                    close.run();
                });
        refusedPassword(form, password);
        return form;
    }

    static void refusedPassword(EntryForm<?> form, Typed<String> password) {
        form.refused("password-length", password, "account.password.length");
        form.refused("password-common", password, "account.password.common");
        form.refused("password-same", password, "account.password.same");
    }

    /// Lets the account sign in without its authenticator, as where that was lost.
    EntryForm<AccountView> withoutSecondFactor(AccountView account, Runnable close) {
        return sure(
                account,
                (it, id) -> accounts.removeSecondFactor(it.id(), id),
                Notice.done("account.totp.removed", account.name()),
                close);
    }

    /// Signs the account out wherever it is signed in.
    EntryForm<AccountView> signedOut(AccountView account, Runnable close) {
        return sure(
                account,
                (it, id) -> accounts.endSessions(it.id(), id),
                Notice.done("account.sessions.ended", account.name()),
                close);
    }

    private EntryForm<AccountView> sure(
            AccountView account, EntryForm.Sending<AccountView> sending, Notice done, Runnable close) {
        return new EntryForm<>(link, List.of(), () -> account, sending, _ -> {
            list.changed(done);
            close.run();
        });
    }

    private static List<RoleSwitch> roles(Set<Role> held) {
        return GIVEN.stream()
                .map(role -> new RoleSwitch(
                        role, new Switched(RoleWords.key(role), RoleWords.hint(role)).with(held.contains(role))))
                .toList();
    }

    private static List<Input> inputs(
            Typed<String> name, @org.jspecify.annotations.Nullable Typed<String> password, List<RoleSwitch> roles) {
        List<Input> inputs = new ArrayList<>();
        inputs.add(name);
        if (password != null) {
            inputs.add(password);
        }
        roles.forEach(role -> inputs.add(role.on()));
        return inputs;
    }

    private static Set<Role> chosen(List<RoleSwitch> roles) {
        Set<Role> chosen = new TreeSet<>();
        roles.stream().filter(role -> role.on().on().get()).forEach(role -> chosen.add(role.role()));
        return chosen;
    }

    private record RoleSwitch(Role role, Switched on) {}
}
