package org.seatside.admin.ui;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The line to the node for all screens: runs calls off the JavaFX thread, knows whether the node can be reached,
/// asks again by itself until it can, and knows when the session has ended. Used on the JavaFX thread.
public final class NodeLink {
    /// How often a lost node is asked again.
    public static final Duration PROBE = Duration.ofSeconds(2);

    private static final Logger LOG = LoggerFactory.getLogger(NodeLink.class);

    private final NodeClient client;
    private final TaskRunner tasks;
    private final ReadOnlyBooleanWrapper lost = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper sessionEnded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> unexpected = new ReadOnlyObjectWrapper<>(null);
    private final List<Runnable> healed = new ArrayList<>();

    public NodeLink(NodeClient client, TaskRunner tasks) {
        this.client = client;
        this.tasks = tasks;
    }

    public NodeClient client() {
        return client;
    }

    public TaskRunner tasks() {
        return tasks;
    }

    /// Whether the last call found no node.
    public ReadOnlyBooleanProperty lost() {
        return lost.getReadOnlyProperty();
    }

    /// Whether the node asks to sign in again.
    public ReadOnlyBooleanProperty sessionEnded() {
        return sessionEnded.getReadOnlyProperty();
    }

    /// The last failure that nobody foresaw; null for none.
    public ReadOnlyObjectProperty<@Nullable Notice> unexpected() {
        return unexpected.getReadOnlyProperty();
    }

    public void dismissUnexpected() {
        unexpected.set(null);
    }

    /// Calls this each time a lost node is back.
    public void onHealed(Runnable action) {
        healed.add(action);
    }

    public void signedIn() {
        sessionEnded.set(false);
    }

    /// Runs a call in the background; the rest happens on the JavaFX thread.
    public <T> void ask(Callable<T> call, Consumer<T> answered, Consumer<NodeException> failed, Runnable last) {
        tasks.create(call)
                .onSuccess((T answer) -> {
                    found();
                    answered.accept(answer);
                })
                .onError(NodeException.class, e -> {
                    note(e);
                    failed.accept(e);
                })
                .onError(Exception.class, this::surprise)
                .andFinally(last)
                .start();
    }

    /// The same for a change without an answer.
    public void tell(Telling call, Runnable done, Consumer<NodeException> failed, Runnable last) {
        ask(
                () -> {
                    call.run();
                    return true;
                },
                _ -> done.run(),
                failed,
                last);
    }

    private void note(NodeException failure) {
        switch (failure.kind()) {
            case UNREACHABLE -> {
                if (!lost.get()) {
                    lost.set(true);
                    tasks.after(PROBE, this::probe);
                }
            }
            case UNAUTHORIZED -> {
                found();
                sessionEnded.set(client.signedIn());
            }
            default -> found();
        }
    }

    private void probe() {
        tasks.create(client::about)
                .onSuccess(_ -> found())
                .onError(NodeException.class, _ -> tasks.after(PROBE, this::probe))
                .start();
    }

    private void found() {
        if (lost.get()) {
            lost.set(false);
            List.copyOf(healed).forEach(Runnable::run);
        }
    }

    private void surprise(Exception failure) {
        String incident = UUID.randomUUID().toString().substring(0, 8);
        LOG.error("A call to the node ended in a way nobody foresaw, incident {}", incident, failure);
        unexpected.set(Notice.failed("failure.unexpected", incident));
    }

    /// A change without an answer.
    @FunctionalInterface
    public interface Telling {
        void run() throws NodeException;
    }
}
