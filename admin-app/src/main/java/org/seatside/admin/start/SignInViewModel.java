package org.seatside.admin.start;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.client.NodeException;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;

/// Opens a session: name and password, then what the authenticator shows where the account has one, then a
/// password of the person's own where somebody else made up the first.
public final class SignInViewModel {
    private static final int TOO_MANY_REQUESTS = 429;

    private final StartViewModel start;
    private final NodeLink link;
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> nameError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> passwordError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper codeNeeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper newPasswordNeeded = new ReadOnlyBooleanWrapper();
    private final StringProperty code = new SimpleStringProperty("");
    private final StringProperty newPassword = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> codeError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> newPasswordError = new ReadOnlyObjectWrapper<>(null);
    private final PendingChange changing;

    public SignInViewModel(StartViewModel start) {
        this.start = start;
        this.link = start.link();
        name.addListener((_, _, _) -> nameError.set(null));
        password.addListener((_, _, _) -> passwordError.set(null));
        code.addListener((_, _, _) -> codeError.set(null));
        newPassword.addListener((_, _, _) -> newPasswordError.set(null));
        changing = new PendingChange(link.client()::newCommand);
    }

    /// Sends name and password; the password is forgotten as soon as it was right.
    public void submit() {
        nameError.set(name.get().isBlank() ? Notice.failed("signIn.name.missing") : null);
        passwordError.set(password.get().isEmpty() ? Notice.failed("signIn.password.missing") : null);
        if (busy.get() || nameError.get() != null || passwordError.get() != null) {
            return;
        }
        codeError.set(codeNeeded.get() && code.get().isBlank() ? Notice.failed("signIn.code.missing") : null);
        if (codeError.get() != null) {
            return;
        }
        busy.set(true);
        notice.set(null);
        SignIn typed = new SignIn(
                name.get().strip(),
                password.get(),
                codeNeeded.get() ? code.get().strip() : null);
        link.ask(() -> link.client().signIn(typed), this::signedIn, this::refused, () -> busy.set(false));
    }

    private void signedIn(SignedIn session) {
        code.set("");
        if (session.mustChangePassword()) {
            newPasswordNeeded.set(true);
            return;
        }
        enter(session);
    }

    private void enter(SignedIn session) {
        password.set("");
        newPassword.set("");
        codeNeeded.set(false);
        newPasswordNeeded.set(false);
        start.open(session);
    }

    /// Gives the account a password of the person's own and goes in with it.
    public void changePassword() {
        int length = newPassword.get().codePointCount(0, newPassword.get().length());
        newPasswordError.set(
                length < SetupViewModel.PASSWORD
                        ? Notice.failed("setup.password.short", length, SetupViewModel.PASSWORD)
                        : null);
        if (busy.get() || newPasswordError.get() != null) {
            return;
        }
        busy.set(true);
        notice.set(null);
        PasswordChange change = new PasswordChange(password.get(), newPassword.get());
        SignIn again = new SignIn(name.get().strip(), newPassword.get());
        link.ask(
                () -> {
                    link.client().accounts().changePassword(change, changing.idFor(change));
                    return link.client().signIn(again);
                },
                session -> {
                    changing.settled();
                    enter(session);
                },
                failure -> {
                    switch (Notice.code(failure)) {
                        case "password-length", "password-common", "password-same" ->
                            newPasswordError.set(Notice.failed("signIn.newPassword.refused"));
                        case "code-needed" -> {
                            // The password is changed; now with the authenticator as usual.
                            password.set(newPassword.get());
                            newPasswordNeeded.set(false);
                            codeNeeded.set(true);
                        }
                        default -> notice.set(Notice.of(failure));
                    }
                },
                () -> busy.set(false));
    }

    private void refused(NodeException failure) {
        if (Notice.code(failure).equals("code-needed")) {
            codeNeeded.set(true);
            return;
        }
        if (codeNeeded.get() && failure.kind() == NodeException.Kind.UNAUTHORIZED) {
            codeError.set(Notice.failed("signIn.code.wrong"));
            return;
        }
        notice.set(
                switch (failure.kind()) {
                    case UNAUTHORIZED, FORBIDDEN -> Notice.failed("signIn.wrong");
                    case NODE_FAILED ->
                        failure.status() == TOO_MANY_REQUESTS ? Notice.failed("signIn.tooOften") : Notice.of(failure);
                    default -> Notice.of(failure);
                });
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    /// What the authenticator shows.
    public StringProperty code() {
        return code;
    }

    public StringProperty newPassword() {
        return newPassword;
    }

    /// Whether the account has a second factor that is asked for now.
    public ReadOnlyBooleanProperty codeNeeded() {
        return codeNeeded.getReadOnlyProperty();
    }

    /// Whether the node grants nothing but a new password.
    public ReadOnlyBooleanProperty newPasswordNeeded() {
        return newPasswordNeeded.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> codeError() {
        return codeError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> newPasswordError() {
        return newPasswordError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> nameError() {
        return nameError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> passwordError() {
        return passwordError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
