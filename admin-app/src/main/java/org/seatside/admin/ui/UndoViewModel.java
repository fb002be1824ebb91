package org.seatside.admin.ui;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The last change that can be taken back. It stays on offer until the next change, a dismissal, or the end of the
/// session: nobody has to hurry.
public final class UndoViewModel {
    private final ReadOnlyObjectWrapper<@Nullable Offer> offer = new ReadOnlyObjectWrapper<>(null);

    /// Offers to take a change back.
    ///
    /// @param done what was done
    /// @param undo takes it back; it says by itself how that went
    public void offer(Notice done, Runnable undo) {
        offer.set(new Offer(done, undo));
    }

    /// Takes the last change back, where one is on offer.
    public void undo() {
        Offer last = offer.get();
        if (last != null) {
            offer.set(null);
            last.undo().run();
        }
    }

    public void dismiss() {
        offer.set(null);
    }

    public ReadOnlyObjectProperty<@Nullable Offer> offer() {
        return offer.getReadOnlyProperty();
    }

    /// A change and the way back.
    public record Offer(Notice done, Runnable undo) {}
}
