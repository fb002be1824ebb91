package org.seatside.admin.entry;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.client.NodeException;
import org.seatside.model.id.CommandId;

/// A form: its inputs, and what is sent to the node once all of them can be used. What the node refuses is said at
/// the input it is about, where it is about one; what was typed stays until it was taken.
///
/// @param <C> what the inputs make together; sent again under the same id while it is equal
public final class EntryForm<C> {
    private final NodeLink link;
    private final List<Input> inputs;
    private final Supplier<C> content;
    private final Sending<C> sending;
    private final Consumer<C> done;
    private final PendingChange change;
    private final Map<String, Refusal> refusals = new LinkedHashMap<>();
    private final List<Rule> rules = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param content called where all inputs can be used
    /// @param done on the JavaFX thread, after the node took it
    public EntryForm(
            NodeLink link, List<? extends Input> inputs, Supplier<C> content, Sending<C> sending, Consumer<C> done) {
        this.link = link;
        this.inputs = List.copyOf(inputs);
        this.content = content;
        this.sending = sending;
        this.done = done;
        this.change = new PendingChange(link.client()::newCommand);
    }

    /// A form that sends nothing itself: what was filled in goes to `done` once all of it can be used.
    public static <C> EntryForm<C> here(
            NodeLink link, List<? extends Input> inputs, Supplier<C> content, Consumer<C> done) {
        return new EntryForm<>(link, inputs, content, (_, _) -> {}, done);
    }

    /// What the node means by a code, at the input it is about.
    ///
    /// @param code of the problem, such as `name-taken`
    /// @param input null where it is about the whole form
    /// @param key of the words
    public EntryForm<C> refused(String code, @Nullable Input input, String key) {
        refusals.put(code, new Refusal(input, key));
        return this;
    }

    /// What has to hold between inputs that can each be used.
    ///
    /// @param why said at the input where it does not
    public EntryForm<C> require(BooleanSupplier holds, Input input, Notice why) {
        rules.add(new Rule(holds, input, why));
        return this;
    }

    private long wrong() {
        long wrong = inputs.stream().filter(input -> !input.check()).count();
        if (wrong > 0) {
            return wrong;
        }
        List<Rule> broken =
                rules.stream().filter(rule -> !rule.holds.getAsBoolean()).toList();
        broken.forEach(rule -> rule.input.reject(rule.why));
        return broken.size();
    }

    /// Checks and sends what was filled in.
    public void submit() {
        long wrong = wrong();
        if (wrong > 0) {
            notice.set(Notice.failed("entry.wrong", wrong));
            return;
        }
        if (busy.get()) {
            return;
        }
        busy.set(true);
        notice.set(null);
        C now = content.get();
        CommandId id = change.idFor(now);
        link.tell(
                () -> sending.send(now, id),
                () -> {
                    change.settled();
                    done.accept(now);
                },
                this::failed,
                () -> busy.set(false));
    }

    private void failed(NodeException failure) {
        Refusal refusal = refusals.get(Notice.code(failure));
        if (refusal == null) {
            notice.set(Notice.of(failure));
        } else if (refusal.input == null) {
            notice.set(Notice.failed(refusal.key));
        } else {
            refusal.input.reject(Notice.failed(refusal.key));
        }
    }

    /// Says something above the form.
    public void say(Notice now) {
        notice.set(now);
    }

    public void reset() {
        inputs.forEach(Input::reset);
        notice.set(null);
    }

    public List<Input> inputs() {
        return inputs;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Sends it to the node, off the JavaFX thread.
    @FunctionalInterface
    public interface Sending<C> {
        void send(C content, CommandId id) throws NodeException;
    }

    private record Refusal(@Nullable Input input, String key) {}

    private record Rule(BooleanSupplier holds, Input input, Notice why) {}
}
