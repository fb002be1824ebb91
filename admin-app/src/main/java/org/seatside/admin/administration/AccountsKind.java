package org.seatside.admin.administration;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.materialdesign2.MaterialDesignA;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignL;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.Kind;
import org.seatside.admin.table.Column;
import org.seatside.admin.ui.Glyphs;
import org.seatside.admin.ui.Mark;
import org.seatside.admin.ui.Role;
import org.seatside.admin.ui.Widgets;
import org.seatside.model.api.AccountView;

/// Accounts in a list, and one of them with all that can be done about it.
final class AccountsKind implements Kind<AccountView> {
    private final AccountsViewModel model;
    private final Widgets widgets;

    AccountsKind(AccountsViewModel model, Widgets widgets) {
        this.model = model;
        this.widgets = widgets;
    }

    @Override
    public String title() {
        return "accounts.title";
    }

    @Override
    public Ikon icon() {
        return Glyphs.ACCOUNT;
    }

    @Override
    public String emptyHead() {
        return "accounts.empty.head";
    }

    @Override
    public String emptyBody() {
        return "accounts.empty.body";
    }

    @Override
    public String add() {
        return "accounts.add";
    }

    @Override
    public List<Column<AccountView>> columns() {
        return List.of(
                Column.of("name", "account.column.name", 10, AccountView::name)
                        .shownAs(account -> widgets.name(account.name(), "strong")),
                Column.of("roles", "account.column.roles", 14, this::roles).yields(2),
                Column.of("state", "account.column.state", 10, (AccountView account) -> word(state(account)))
                        .shownAs(account -> widgets.mark(state(account)))
                        .yields(1),
                Column.of("factor", "account.column.factor", 10, (AccountView account) -> word(factor(account)))
                        .shownAs(account -> widgets.mark(factor(account)))
                        .yields(3));
    }

    private String word(Mark mark) {
        return widgets.messages().now(mark.key());
    }

    private String roles(AccountView account) {
        return RoleWords.of(account.roles(), widgets.messages());
    }

    static Mark state(AccountView account) {
        if (!account.active()) {
            return new Mark(MaterialDesignC.CANCEL, "account.state.off", Role.QUIET);
        }
        if (account.locked()) {
            return new Mark(MaterialDesignL.LOCK_OUTLINE, "account.state.locked", Role.REFUSED);
        }
        return account.mustChangePassword()
                ? new Mark(MaterialDesignC.CLOCK_OUTLINE, "account.state.first", Role.KNOWN)
                : new Mark(MaterialDesignC.CHECK_CIRCLE_OUTLINE, "account.state.on", Role.PRESENT);
    }

    static Mark factor(AccountView account) {
        return account.secondFactor()
                ? new Mark(MaterialDesignL.LOCK_CHECK_OUTLINE, "account.factor.on", Role.PRESENT)
                : new Mark(MaterialDesignA.ALERT_OUTLINE, "account.factor.off", Role.LATE);
    }

    @Override
    public String heading(@Nullable AccountView account) {
        return account == null ? widgets.messages().now("accounts.add.title") : account.name();
    }

    @Override
    public List<Node> details(@Nullable AccountView account, Runnable close) {
        if (account == null) {
            return List.of(new EntryFormView(model.adding(close), widgets, "accounts.add.submit", null).content());
        }
        List<Node> parts = new ArrayList<>();
        parts.add(new EntryFormView(model.changing(account, close), widgets, "entry.save", null).content());
        if (!model.isOwn(account)) {
            parts.add(panel("account.password.title", model.password(account, close), "account.password.reset"));
            if (account.secondFactor()) {
                parts.add(panel("account.totp.lost", model.withoutSecondFactor(account, close), "account.totp.remove"));
            }
            parts.add(panel("account.sessions.title", model.signedOut(account, close), "account.sessions.end"));
        }
        return parts;
    }

    private Node panel(String title, EntryForm<?> form, String submit) {
        VBox box = new VBox(
                widgets.label(title, "strong"), new EntryFormView(form, widgets, submit, null, "plain").content());
        box.getStyleClass().addAll("panel", "form");
        return box;
    }
}
