package org.seatside.admin.ui;

import javafx.beans.property.Property;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One field of a [Form]: what was typed, and what is wrong with it until it is typed anew.
public final class FormField<V extends @Nullable Object> {
    private final Property<V> value;
    private final V initial;
    private final ReadOnlyObjectWrapper<@Nullable Notice> error = new ReadOnlyObjectWrapper<>(null);

    private FormField(Property<V> value, V initial) {
        this.value = value;
        this.initial = initial;
        value.addListener((_, _, _) -> error.set(null));
    }

    static FormField<String> text(String initial) {
        return new FormField<>(new SimpleStringProperty(initial), initial);
    }

    static <V extends @Nullable Object> FormField<V> of(V initial) {
        return new FormField<>(new SimpleObjectProperty<>(initial), initial);
    }

    public Property<V> value() {
        return value;
    }

    public V get() {
        return value.getValue();
    }

    public void set(V now) {
        value.setValue(now);
    }

    /// The value as a property of text.
    ///
    /// @throws IllegalStateException where this is no field of text
    public StringProperty text() {
        if (value instanceof StringProperty text) {
            return text;
        }
        throw new IllegalStateException("This field holds no text");
    }

    /// Marks the field as wrong unless the condition holds.
    public void require(boolean holds, String key, Object... arguments) {
        error.set(holds ? null : Notice.failed(key, arguments));
    }

    public ReadOnlyObjectProperty<@Nullable Notice> error() {
        return error.getReadOnlyProperty();
    }

    void clear() {
        value.setValue(initial);
        error.set(null);
    }
}
