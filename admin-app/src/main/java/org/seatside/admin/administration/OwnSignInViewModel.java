package org.seatside.admin.administration;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.AccountClient;
import org.seatside.client.NodeException;
import org.seatside.model.api.NewPassword;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.RecoveryCodes;
import org.seatside.model.api.SessionView;
import org.seatside.model.api.TotpEnrolment;
import org.seatside.model.api.TotpProof;
import org.seatside.model.id.CommandId;

/// How the person who is signed in signs in: password, authenticator, and where else sessions are open.
public final class OwnSignInViewModel {
    private final NodeLink link;
    private final AccountClient accounts;
    private final EntryList<SessionView> sessions;
    private final ReadOnlyObjectWrapper<@Nullable Enrolling> enrolling = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable RecoveryCodes> codes = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public OwnSignInViewModel(NodeLink link) {
        this.link = link;
        this.accounts = link.client().accounts();
        this.sessions = new EntryList<>(link, this::open, SessionText::of, null);
    }

    private List<SessionView> open() throws NodeException {
        return accounts.sessions().stream()
                .sorted(Comparator.comparing(SessionView::current)
                        .thenComparing(SessionView::usedAt)
                        .reversed())
                .toList();
    }

    /// Open ones, this one first.
    public EntryList<SessionView> sessions() {
        return sessions;
    }

    /// Changes the own password; other sessions end.
    EntryForm<PasswordChange> password() {
        Typed<String> current = Typed.secret("own.password.current", null);
        Typed<String> next = Typed.secret("own.password.new", "account.password.hint");
        EntryForm<?>[] self = new EntryForm<?>[1];
        EntryForm<PasswordChange> form = new EntryForm<>(
                link,
                List.of(current, next),
                () -> new PasswordChange(current.value(), next.value()),
                accounts::changePassword,
                _ -> {
                    self[0].reset();
                    self[0].say(Notice.done("own.password.changed"));
                    sessions.load();
                });
        self[0] = form;
        AccountsViewModel.refusedPassword(form, next);
        return form.refused("password-wrong", current, "own.password.wrong");
    }

    /// Asks the node for a secret; nothing changes before [#confirming] is sent.
    void enrol() {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        CommandId id = link.client().newCommand();
        link.ask(
                () -> accounts.enrolSecondFactor(id),
                secret -> enrolling.set(new Enrolling(id, secret)),
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// Proves that the authenticator has the secret; the answer is codes for when it is lost.
    EntryForm<TotpProof> confirming(Enrolling begun) {
        Typed<String> code = Typed.needed("own.totp.code", "own.totp.code.hint");
        return new EntryForm<>(
                        link,
                        List.of(code),
                        () -> new TotpProof(begun.id(), code.value().replace(" ", "")),
                        (proof, id) -> {
                            RecoveryCodes made = accounts.confirmSecondFactor(proof, id);
                            link.tasks().show(() -> codes.set(made));
                        },
                        _ -> {
                            enrolling.set(null);
                            notice.set(Notice.done("own.totp.on"));
                        })
                .refused("code-wrong", code, "own.totp.code.wrong");
    }

    /// Signs in without an authenticator from now on.
    EntryForm<NewPassword> removing() {
        Typed<String> password = Typed.secret("own.password.current", "own.totp.remove.hint");
        EntryForm<?>[] self = new EntryForm<?>[1];
        EntryForm<NewPassword> form = new EntryForm<>(
                link,
                List.of(password),
                () -> new NewPassword(password.value()),
                accounts::removeOwnSecondFactor,
                _ -> {
                    self[0].reset();
                    codes.set(null);
                    notice.set(Notice.care("own.totp.off"));
                });
        self[0] = form;
        return form.refused("password-wrong", password, "own.password.wrong");
    }

    /// Leaves the enrolment; the secret is forgotten.
    void dropEnrolment() {
        enrolling.set(null);
    }

    /// The codes were put away.
    void dropCodes() {
        codes.set(null);
    }

    /// Ends one session.
    void end(SessionView session) {
        CommandId id = link.client().newCommand();
        link.tell(
                () -> accounts.endSession(session.id(), id),
                () -> sessions.changed(Notice.done("own.session.ended")),
                failure -> sessions.say(Notice.of(failure)),
                () -> {});
    }

    /// Ends all sessions but this one.
    void endOthers() {
        endAll(false);
    }

    /// Ends all sessions, this one last: the app asks to sign in again.
    void endAll() {
        endAll(true);
    }

    private void endAll(boolean here) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        link.tell(
                () -> {
                    List<SessionView> open = accounts.sessions().stream()
                            .filter(session -> here || !session.current())
                            .sorted(Comparator.comparing(SessionView::current))
                            .toList();
                    for (SessionView session : open) {
                        accounts.endSession(session.id(), link.client().newCommand());
                    }
                },
                () -> sessions.changed(Notice.done("own.sessions.ended")),
                failure -> sessions.say(Notice.of(failure)),
                () -> busy.set(false));
    }

    /// The enrolment under way; null for none.
    ReadOnlyObjectProperty<@Nullable Enrolling> enrolling() {
        return enrolling.getReadOnlyProperty();
    }

    /// Codes that are shown once; null for none.
    public ReadOnlyObjectProperty<@Nullable RecoveryCodes> codes() {
        return codes.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// @param id under which the secret was asked for
    record Enrolling(CommandId id, TotpEnrolment secret) {}
}
