package org.seatside.admin.ui;

import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CommandId;

/// The command id of a change a form is making. Submitted again unchanged after a lost connection it keeps its id,
/// so that the node makes it once; edited in between it is another change.
public final class PendingChange {
    private final Supplier<CommandId> ids;
    private @Nullable Object content;
    private @Nullable CommandId id;

    public PendingChange(Supplier<CommandId> ids) {
        this.ids = ids;
    }

    /// The id under which to send this content.
    public CommandId idFor(Object wanted) {
        CommandId kept = id;
        if (kept == null || !Objects.equals(content, wanted)) {
            kept = ids.get();
            id = kept;
            content = wanted;
        }
        return kept;
    }

    /// The change was made or refused for good: the next one is new even with the same content.
    public void settled() {
        id = null;
        content = null;
    }
}
