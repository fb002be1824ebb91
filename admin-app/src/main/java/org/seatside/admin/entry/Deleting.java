package org.seatside.admin.entry;

import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;

/// Taking an entry away in two steps: a person asks and sees what depends on it, then decides. Nothing goes while
/// anything refers to it.
public final class Deleting<E> {
    private final NodeLink link;
    private final EntryList.Deletion<E> how;
    private final Consumer<E> gone;
    private final Consumer<Notice> say;
    private final PendingChange change;
    private final ReadOnlyObjectWrapper<EntryList.@Nullable Asked<E>> asked = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

    /// @param gone told the entry once it is away
    /// @param say told what failed
    public Deleting(NodeLink link, EntryList.Deletion<E> how, Consumer<E> gone, Consumer<Notice> say) {
        this.link = link;
        this.how = how;
        this.gone = gone;
        this.say = say;
        this.change = new PendingChange(link.client()::newCommand);
    }

    /// Asks whether to delete it, with what depends on it.
    public void ask(E entry) {
        asked.set(new EntryList.Asked<>(entry, how.name(entry), null));
        link.ask(
                () -> how.dependents(entry),
                (Map<Topic, Long> counts) -> {
                    EntryList.Asked<E> now = asked.get();
                    if (now != null && now.entry().equals(entry)) {
                        asked.set(new EntryList.Asked<>(entry, how.name(entry), counts));
                    }
                },
                failure -> {
                    asked.set(null);
                    say.accept(Notice.of(failure));
                },
                () -> {});
    }

    public void keep() {
        asked.set(null);
    }

    /// Deletes the entry asked about, where nothing depends on it.
    public void delete() {
        EntryList.Asked<E> now = asked.get();
        if (now == null || busy.get() || !now.free()) {
            return;
        }
        busy.set(true);
        CommandId id = change.idFor(now.entry());
        link.tell(
                () -> how.delete(now.entry(), id),
                () -> {
                    change.settled();
                    gone.accept(now.entry());
                    asked.set(null);
                },
                failure -> {
                    asked.set(null);
                    say.accept(
                            Notice.code(failure).equals("in-use")
                                    ? Notice.failed("entry.inUse", now.name())
                                    : Notice.of(failure));
                },
                () -> busy.set(false));
    }

    /// What is asked about now; null for nothing.
    public ReadOnlyObjectProperty<EntryList.@Nullable Asked<E>> asked() {
        return asked.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }
}
