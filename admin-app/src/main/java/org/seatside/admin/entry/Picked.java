package org.seatside.admin.entry;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;
import org.seatside.fx.Messages;

/// One of several, or none where that is allowed.
public final class Picked<T> implements Input {
    private final String label;
    private final @Nullable String hint;
    private final @Nullable String none;
    private final BiFunction<T, Messages, String> words;
    private final ObservableList<T> options = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable T> value = new SimpleObjectProperty<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> error = new ReadOnlyObjectWrapper<>(null);
    private @Nullable T opened;

    /// @param none key of what stands for none of them; null where one must be picked
    /// @param words what an option is called
    public Picked(
            String label,
            @Nullable String hint,
            @Nullable String none,
            List<? extends T> options,
            BiFunction<T, Messages, String> words) {
        this.label = label;
        this.hint = hint;
        this.none = none;
        this.words = words;
        this.options.setAll(options);
        value.addListener((_, _, _) -> error.set(null));
    }

    /// Opens with this one; null for none.
    public Picked<T> with(@Nullable T picked) {
        opened = picked;
        value.set(picked);
        return this;
    }

    @Override
    public boolean check() {
        boolean fine = none != null || value.get() != null;
        error.set(fine ? null : Notice.failed("entry.unpicked"));
        return fine;
    }

    /// The one that was picked.
    ///
    /// @throws IllegalStateException where none was
    public T one() {
        return picked().orElseThrow(() -> new IllegalStateException("Read before it was checked: " + label));
    }

    public Optional<T> picked() {
        return Optional.ofNullable(value.get());
    }

    public ObjectProperty<@Nullable T> value() {
        return value;
    }

    public ObservableList<T> options() {
        return options;
    }

    /// What an option is called; null is none of them.
    public String word(@Nullable T option, Messages messages) {
        if (option == null) {
            return none == null ? "" : messages.now(none);
        }
        return words.apply(option, messages);
    }

    public boolean allowsNone() {
        return none != null;
    }

    @Override
    public void reject(Notice why) {
        error.set(why);
    }

    @Override
    public void reset() {
        if (!Objects.equals(value.get(), opened)) {
            value.set(opened);
        }
        error.set(null);
    }

    @Override
    public String label() {
        return label;
    }

    @Override
    public @Nullable String hint() {
        return hint;
    }

    @Override
    public ReadOnlyObjectProperty<@Nullable Notice> error() {
        return error.getReadOnlyProperty();
    }
}
