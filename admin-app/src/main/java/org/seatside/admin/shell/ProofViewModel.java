package org.seatside.admin.shell;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.start.SetupViewModel;
import org.seatside.admin.ui.Notice;
import org.seatside.client.ProofPrompt;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.NewProof;

/// Asks who is signed in once more for password or one-time code, where the node wants that before an export, an
/// erasure or the like. The call waits on its own thread and goes on with what was begun; everything else is used
/// on the JavaFX thread.
public final class ProofViewModel implements ProofPrompt {
    private final TaskRunner tasks;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> error = new ReadOnlyObjectWrapper<>(null);
    private volatile @Nullable CompletableFuture<Optional<NewProof>> waiting;

    public ProofViewModel(TaskRunner tasks) {
        this.tasks = tasks;
        typed.addListener((_, _, _) -> error.set(null));
    }

    @Override
    public Optional<NewProof> ask(boolean wrongBefore) {
        CompletableFuture<Optional<NewProof>> answer = new CompletableFuture<>();
        waiting = answer;
        tasks.show(() -> {
            typed.set("");
            error.set(wrongBefore ? Notice.failed("proof.wrong") : null);
            asking.set(true);
        });
        return answer.join();
    }

    /// Gives what was typed to the call that waits.
    public void prove() {
        if (typed.get().isBlank()) {
            error.set(Notice.failed("entry.missing"));
            return;
        }
        end(Optional.of(proof(typed.get())));
    }

    /// A one-time or recovery code is shorter than any password.
    static NewProof proof(String typed) {
        String code = typed.strip();
        return code.codePointCount(0, code.length()) < SetupViewModel.PASSWORD
                ? NewProof.ofCode(code)
                : NewProof.ofPassword(typed);
    }

    /// Leaves what was begun undone.
    public void cancel() {
        end(Optional.empty());
    }

    private void end(Optional<NewProof> answer) {
        CompletableFuture<Optional<NewProof>> call = waiting;
        waiting = null;
        asking.set(false);
        typed.set("");
        if (call != null) {
            call.complete(answer);
        }
    }

    public StringProperty typed() {
        return typed;
    }

    /// Whether a call waits for an answer.
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> error() {
        return error.getReadOnlyProperty();
    }
}
