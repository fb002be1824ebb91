package org.seatside.admin.ui;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.client.NodeException;
import org.seatside.model.id.CommandId;

/// The life of a form that changes something at the node: fields are checked, sent once under one command id, and
/// what the node refuses stands beside the field it is about. What was typed stays until the change is made.
/// Without widgets; shown by [FormPane].
public final class Form {
    private final NodeLink link;
    private final PendingChange change;
    private final List<FormField<?>> fields = new ArrayList<>();
    private final Map<String, Runnable> refusals = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper wrong = new ReadOnlyIntegerWrapper();

    public Form(NodeLink link) {
        this.link = link;
        this.change = new PendingChange(link.client()::newCommand);
    }

    public FormField<String> text(String initial) {
        return add(FormField.text(initial));
    }

    public <V extends @Nullable Object> FormField<V> field(V initial) {
        return add(FormField.of(initial));
    }

    private <V extends @Nullable Object> FormField<V> add(FormField<V> field) {
        fields.add(field);
        field.error().addListener((_, _, _) -> count());
        return field;
    }

    private void count() {
        wrong.set((int)
                fields.stream().filter(field -> field.error().get() != null).count());
    }

    /// What to say beside a field when the node refuses with this code.
    public Form refusing(String code, FormField<?> field, String key, Object... arguments) {
        refusals.put(code, () -> field.require(false, key, arguments));
        return this;
    }

    /// What to say of the whole form when the node refuses with this code.
    public Form refusing(String code, String key, Object... arguments) {
        refusals.put(code, () -> notice.set(Notice.failed(key, arguments)));
        return this;
    }

    /// Sends what was typed, unless a field is wrong or it is under way already. Sent again unchanged after a lost
    /// connection it keeps its id, so that the node makes it once.
    public <T, R> void send(T content, Sender<T, R> sender, Consumer<R> done) {
        if (busy.get() || wrong.get() > 0) {
            return;
        }
        busy.set(true);
        notice.set(null);
        CommandId id = change.idFor(content);
        link.ask(
                () -> sender.send(content, id),
                answer -> {
                    change.settled();
                    done.accept(answer);
                },
                this::refused,
                () -> busy.set(false));
    }

    private void refused(NodeException failure) {
        Runnable known = refusals.get(Notice.code(failure));
        if (known == null) {
            notice.set(Notice.of(failure));
        } else {
            known.run();
        }
    }

    /// Empties it for the next entry.
    public void clear() {
        fields.forEach(FormField::clear);
        notice.set(null);
    }

    public void tell(@Nullable Notice said) {
        notice.set(said);
    }

    /// Of the whole form; null for none.
    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// How many fields are wrong.
    public ReadOnlyIntegerProperty wrong() {
        return wrong.getReadOnlyProperty();
    }

    /// Sends a form's content to the node.
    @FunctionalInterface
    public interface Sender<T, R> {
        R send(T content, CommandId id) throws NodeException;
    }
}
