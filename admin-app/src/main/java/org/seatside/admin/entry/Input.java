package org.seatside.admin.entry;

import javafx.beans.property.ReadOnlyObjectProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Notice;

/// One value that a person fills into a form.
public sealed interface Input permits Typed, Picked, Switched {
    /// Key of its label.
    String label();

    /// Key of the line that says what belongs here; null where the label says it all.
    @Nullable
    String hint();

    /// What is wrong with it; null where nothing is.
    ReadOnlyObjectProperty<@Nullable Notice> error();

    /// Looks at what was filled in and says what is wrong with it.
    ///
    /// @return whether it can be used
    boolean check();

    /// Says that this is wrong, as the node told; gone with the next change.
    void reject(Notice why);

    /// Back to what it was when the form was opened.
    void reset();
}
