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
import org.seatside.model.api.Setup;

/// Makes the first administrator.
public final class SetupViewModel {
    /// Fewest characters of a password; any characters are allowed, spaces too.
    public static final int PASSWORD = 15;

    private final StartViewModel start;
    private final NodeLink link;
    private final PendingChange change;
    private final StringProperty token = new SimpleStringProperty("");
    private final StringProperty name = new SimpleStringProperty("");
    private final StringProperty password = new SimpleStringProperty("");
    private final StringProperty repeated = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<@Nullable Notice> tokenError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> nameError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> passwordError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> repeatedError = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    public SetupViewModel(StartViewModel start) {
        this.start = start;
        this.link = start.link();
        this.change = new PendingChange(link.client()::newCommand);
        token.addListener((_, _, _) -> tokenError.set(null));
        name.addListener((_, _, _) -> nameError.set(null));
        password.addListener((_, _, _) -> {
            passwordError.set(null);
            repeatedError.set(null);
        });
        repeated.addListener((_, _, _) -> repeatedError.set(null));
    }

    /// Checks what was typed and sends it; an error stands beside its field.
    public void submit() {
        if (busy.get() || !valid()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        String typedToken = token.get().strip();
        String typedName = name.get().strip();
        String typedPassword = password.get();
        link.ask(
                () -> {
                    String found = start.place().setupToken().call().orElse(typedToken);
                    Setup setup = new Setup(found, typedName, typedPassword);
                    return link.client().setup(setup, change.idFor(setup));
                },
                session -> {
                    change.settled();
                    forgetPasswords();
                    start.open(session);
                },
                this::refused,
                () -> busy.set(false));
    }

    private boolean valid() {
        boolean asksToken = !start.tokenKnown().get();
        tokenError.set(asksToken && token.get().isBlank() ? Notice.failed("setup.token.missing") : null);
        nameError.set(name.get().isBlank() ? Notice.failed("setup.name.missing") : null);
        int length = password.get().codePointCount(0, password.get().length());
        passwordError.set(length < PASSWORD ? Notice.failed("setup.password.short", length, PASSWORD) : null);
        boolean same = password.get().equals(repeated.get());
        repeatedError.set(same ? null : Notice.failed("setup.repeated.differs"));
        return tokenError.get() == null
                && nameError.get() == null
                && passwordError.get() == null
                && repeatedError.get() == null;
    }

    private void refused(NodeException failure) {
        switch (Notice.code(failure)) {
            case "setup-token-wrong" -> {
                Notice wrong = Notice.failed("setup.token.refused");
                tokenError.set(wrong);
                if (start.tokenKnown().get()) {
                    notice.set(wrong);
                }
            }
            case "already-set-up" -> start.connect();
            case "name-needed" -> nameError.set(Notice.failed("name.refused"));
            case "password-length" -> passwordError.set(Notice.failed("setup.password.refused"));
            default -> notice.set(Notice.of(failure));
        }
    }

    private void forgetPasswords() {
        password.set("");
        repeated.set("");
    }

    public StringProperty token() {
        return token;
    }

    public StringProperty name() {
        return name;
    }

    public StringProperty password() {
        return password;
    }

    public StringProperty repeated() {
        return repeated;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> tokenError() {
        return tokenError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> nameError() {
        return nameError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> passwordError() {
        return passwordError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> repeatedError() {
        return repeatedError.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
