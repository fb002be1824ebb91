package org.seatside.admin.table;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.model.api.Page;

/// Rows of a list at the node: a part at a time, the next before the person has scrolled to its end. Sorting and
/// filtering look at every row, so they load what is missing first; the rows shown stay until then. Used on the
/// JavaFX thread.
public final class RowsViewModel<S> {
    /// Rows asked for at a time.
    public static final int PART = 200;

    /// The next part is asked for when this many rows are left below what is seen.
    static final int AHEAD = 100;

    private final NodeLink link;
    private Source<S> source;
    private final List<S> loaded = new ArrayList<>();
    private final ObservableList<S> rows = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private Set<Filter<S>> filters = Set.of();
    private @Nullable Comparator<S> order;
    private @Nullable String next;
    private int turn;

    public RowsViewModel(NodeLink link, Source<S> source) {
        this.link = link;
        this.source = source;
        link.onHealed(() -> {
            if (notice.get() != null || !answered.get()) {
                reload();
            }
        });
    }

    /// A list that comes as a whole.
    public static <S> RowsViewModel<S> whole(NodeLink link, Whole<S> all) {
        return new RowsViewModel<>(link, (_, _) -> new Page<>(all.read(), null));
    }

    /// Reads from the beginning; the rows shown stay until the first answer. Of several under way only the
    /// last counts.
    public void reload() {
        ask(null, new ArrayList<>());
    }

    /// The same of another source, such as another search.
    public void reload(Source<S> other) {
        source = other;
        reload();
    }

    /// The person sees this row: loads ahead.
    public void reach(int row) {
        String after = next;
        if (after != null && !busy.get() && row >= rows.size() - AHEAD) {
            ask(after, new ArrayList<>(loaded));
        }
    }

    /// @param by null for the node's own order
    public void sort(@Nullable Comparator<S> by) {
        order = by;
        again();
    }

    public void filter(Set<Filter<S>> chosen) {
        filters = Set.copyOf(chosen);
        again();
    }

    private void again() {
        String after = next;
        if (after != null && wantsAll()) {
            ask(after, new ArrayList<>(loaded));
        } else {
            show();
        }
    }

    private boolean wantsAll() {
        return order != null || !filters.isEmpty();
    }

    private void ask(@Nullable String after, List<S> before) {
        int asked = ++turn;
        boolean all = wantsAll();
        Source<S> from = source;
        busy.set(true);
        link.ask(
                () -> read(from, after, before, all),
                page -> {
                    if (asked == turn) {
                        take(page);
                    }
                },
                failure -> {
                    if (asked == turn) {
                        notice.set(Notice.of(failure));
                    }
                },
                () -> {
                    if (asked == turn) {
                        busy.set(false);
                    }
                });
    }

    private static <S> Page<S> read(Source<S> from, @Nullable String after, List<S> before, boolean all)
            throws NodeException {
        List<S> items = before;
        Page<S> page = from.read(PART, after);
        items.addAll(page.items());
        while (all && page.next() != null) {
            page = from.read(PART, page.next());
            items.addAll(page.items());
        }
        return new Page<>(items, page.next());
    }

    private void take(Page<S> page) {
        loaded.clear();
        loaded.addAll(page.items());
        next = page.next();
        more.set(next != null);
        notice.set(null);
        answered.set(true);
        if (next != null && wantsAll()) {
            // Asked for an order while this was under way.
            again();
        }
        show();
        String after = next;
        if (after != null && !wantsAll() && rows.size() < AHEAD) {
            // A source that looks for what it filters found little so far.
            ask(after, new ArrayList<>(loaded));
        }
    }

    private void show() {
        Map<String, List<Filter<S>>> groups = filters.stream().collect(Collectors.groupingBy(Filter::group));
        List<S> shown = new ArrayList<>(loaded.stream()
                .filter(row -> groups.values().stream()
                        .allMatch(group ->
                                group.stream().anyMatch(it -> it.accepts().test(row))))
                .toList());
        Comparator<S> by = order;
        if (by != null) {
            shown.sort(by);
        }
        if (startsWith(shown, rows)) {
            rows.addAll(shown.subList(rows.size(), shown.size()));
        } else {
            rows.setAll(shown);
        }
    }

    /// Rows that only grow at the end keep place and selection.
    private static <S> boolean startsWith(List<S> longer, List<S> start) {
        return !start.isEmpty()
                && longer.size() >= start.size()
                && longer.subList(0, start.size()).equals(start);
    }

    /// Puts a row just made or changed where it can be seen, without asking again.
    public void note(S row, Predicate<S> same) {
        int at = -1;
        for (int i = 0; i < loaded.size(); i++) {
            if (same.test(loaded.get(i))) {
                at = i;
            }
        }
        if (at >= 0) {
            loaded.set(at, row);
        } else {
            loaded.addFirst(row);
        }
        show();
    }

    /// Says something above the rows, until they are read again.
    public void tell(Notice said) {
        notice.set(said);
    }

    public ObservableList<S> rows() {
        return rows;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the node has answered once.
    public ReadOnlyBooleanProperty answered() {
        return answered.getReadOnlyProperty();
    }

    /// Whether the node has rows after those loaded.
    public ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /// Reads a part of the list, off the JavaFX thread.
    @FunctionalInterface
    public interface Source<S> {
        Page<S> read(int limit, @Nullable String after) throws NodeException;
    }

    /// Reads all of the list, off the JavaFX thread.
    @FunctionalInterface
    public interface Whole<S> {
        List<S> read() throws NodeException;
    }
}
