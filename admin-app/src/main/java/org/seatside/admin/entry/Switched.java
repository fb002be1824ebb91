package org.seatside.admin.entry;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;

/// Yes or no.
public final class Switched implements Input {
    private final String label;
    private final @Nullable String hint;
    private final BooleanProperty on = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<@Nullable Notice> error = new ReadOnlyObjectWrapper<>(null);
    private boolean opened;

    public Switched(String label, @Nullable String hint) {
        this.label = label;
        this.hint = hint;
        on.addListener((_, _, _) -> error.set(null));
    }

    /// Opens with this.
    public Switched with(boolean now) {
        opened = now;
        on.set(now);
        return this;
    }

    public BooleanProperty on() {
        return on;
    }

    @Override
    public boolean check() {
        error.set(null);
        return true;
    }

    @Override
    public void reject(Notice why) {
        error.set(why);
    }

    @Override
    public void reset() {
        on.set(opened);
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
