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
import org.seatside.client.NodeException;
import org.seatside.model.api.SignIn;

/// Opens a session.
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

    public SignInViewModel(StartViewModel start) {
        this.start = start;
        this.link = start.link();
        name.addListener((_, _, _) -> nameError.set(null));
        password.addListener((_, _, _) -> passwordError.set(null));
    }

    /// Sends name and password; the password is forgotten as soon as it was right.
    public void submit() {
        nameError.set(name.get().isBlank() ? Notice.failed("signIn.name.missing") : null);
        passwordError.set(password.get().isEmpty() ? Notice.failed("signIn.password.missing") : null);
        if (busy.get() || nameError.get() != null || passwordError.get() != null) {
            return;
        }
        busy.set(true);
        notice.set(null);
        SignIn typed = new SignIn(name.get().strip(), password.get());
        link.ask(
                () -> link.client().signIn(typed),
                session -> {
                    password.set("");
                    start.open(session);
                },
                this::refused,
                () -> busy.set(false));
    }

    private void refused(NodeException failure) {
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
