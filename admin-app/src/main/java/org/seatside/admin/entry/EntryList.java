package org.seatside.admin.entry;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ListChangeListener;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.table.RowsViewModel;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;

/// Entries of one kind as the node has them: read, looked through, deleted after a look at what depends on one.
public final class EntryList<E> {
    private final NodeLink link;
    private final Callable<List<E>> ask;
    private final Function<E, String> text;
    private final @Nullable Deleting<E> deleting;
    private final ObservableList<E> all = FXCollections.observableArrayList();
    private final FilteredList<E> shown = new FilteredList<>(all);
    private final RowsViewModel<E> rows;
    private volatile List<E> visible = List.of();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);

    /// @param ask all of them, in the order in which they are shown
    /// @param text what the filter looks through
    /// @param deletion null where none is deleted
    public EntryList(NodeLink link, Callable<List<E>> ask, Function<E, String> text, @Nullable Deletion<E> deletion) {
        this.link = link;
        this.ask = ask;
        this.text = text;
        this.deleting = deletion == null ? null : new Deleting<>(link, deletion, this::gone, notice::set);
        this.rows = RowsViewModel.whole(link, () -> visible);
        shown.addListener((ListChangeListener<E>) _ -> {
            visible = List.copyOf(shown);
            rows.reload();
        });
        filter.addListener((_, _, typed) -> look(typed));
        link.onHealed(() -> {
            if (!loaded.get() && busy.get()) {
                return;
            }
            load();
        });
    }

    private void look(String typed) {
        String wanted = typed.strip().toLowerCase(Locale.ROOT);
        shown.setPredicate(
                wanted.isEmpty()
                        ? null
                        : entry -> text.apply(entry).toLowerCase(Locale.ROOT).contains(wanted));
    }

    /// Reads all of them again.
    public void load() {
        busy.set(true);
        link.ask(
                ask,
                found -> {
                    if (!found.equals(all)) {
                        all.setAll(found);
                    }
                    if (!loaded.get()) {
                        notice.set(null);
                        loaded.set(true);
                        rows.reload();
                    }
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private void gone(E entry) {
        String name = deleting == null || deleting.asked().get() == null
                ? ""
                : Objects.requireNonNull(deleting.asked().get()).name();
        all.remove(entry);
        notice.set(Notice.done("entry.deleted", name));
    }

    /// Says this above the list and reads it again.
    public void changed(Notice now) {
        notice.set(now);
        load();
    }

    public void say(@Nullable Notice now) {
        notice.set(now);
    }

    /// Taking one away; null where none is deleted.
    public @Nullable Deleting<E> deleting() {
        return deleting;
    }

    public NodeLink link() {
        return link;
    }

    /// The same as rows of a table.
    public RowsViewModel<E> rows() {
        return rows;
    }

    /// Those that the filter lets through.
    public ObservableList<E> shown() {
        return shown;
    }

    public ObservableList<E> all() {
        return all;
    }

    public StringProperty filter() {
        return filter;
    }

    /// Whether the node has answered once.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// An entry somebody wants to delete.
    ///
    /// @param dependents how many of what refer to it; null while that is not known
    public record Asked<E>(E entry, String name, @Nullable Map<Topic, Long> dependents) {
        /// Whether nothing stands in the way.
        public boolean free() {
            return dependents != null && dependents.isEmpty();
        }
    }

    /// How entries of a kind go away.
    public interface Deletion<E> {
        String name(E entry);

        /// Off the JavaFX thread.
        Map<Topic, Long> dependents(E entry) throws NodeException;

        /// Off the JavaFX thread.
        void delete(E entry, CommandId id) throws NodeException;
    }
}
