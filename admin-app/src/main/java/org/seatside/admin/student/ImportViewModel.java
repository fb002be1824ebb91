package org.seatside.admin.student;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.table.RowsViewModel;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.admin.ui.PendingChange;
import org.seatside.admin.ui.Work;
import org.seatside.admin.ui.WorkViewModel;
import org.seatside.model.imports.ImportPlan;

/// A file with students, rooms and classes: sent, looked at line by line, then applied as a whole or not at all.
public final class ImportViewModel {
    private final NodeLink link;
    private final WorkViewModel work;
    private final PendingChange applying;
    private final RowsViewModel<Difference> rows;
    private final ReadOnlyObjectWrapper<@Nullable Looked> looked = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final Runnable applied;

    /// @param applied is told once an import was applied
    public ImportViewModel(NodeLink link, WorkViewModel work, Runnable applied) {
        this.link = link;
        this.work = work;
        this.applied = applied;
        applying = new PendingChange(link.client()::newCommand);
        rows = RowsViewModel.whole(link, this::differences);
    }

    /// Sends a file and shows what it would change; changes nothing.
    public void look(Path file) {
        drop();
        busy.set(true);
        notice.set(null);
        String name = String.valueOf(file.getFileName());
        work.start(Notice.news("import.sending", name), progress -> send(file, name, progress), found -> {
                    looked.set(found);
                    rows.reload();
                    return Work.Result.of(Notice.done("import.looked", name));
                })
                .state()
                .addListener((_, _, _) -> busy.set(false));
    }

    private Looked send(Path file, String name, Work progress) throws Exception {
        long size;
        try {
            size = Math.max(1, Files.size(file));
        } catch (IOException e) {
            throw new WorkViewModel.FileFailure(Notice.failed("import.unreadable", name), e);
        }
        String id = link.client().sendImport(file, sent -> progress.at((double) sent / size, null));
        progress.at(Work.UNKNOWN, Notice.news("import.comparing"));
        return new Looked(id, name, link.client().importPlan(id));
    }

    private List<Difference> differences() {
        Looked found = looked.get();
        if (found == null) {
            return List.of();
        }
        List<Difference> refused = found.plan().refused().stream()
                .map(line -> new Difference(line, true))
                .toList();
        List<Difference> changes = found.plan().changes().stream()
                .map(line -> new Difference(line, false))
                .toList();
        return Stream.concat(refused.stream(), changes.stream()).toList();
    }

    /// Applies all of what was looked at. Where the node has changed since, it is looked at again first.
    public void apply() {
        Looked found = looked.get();
        if (found == null || busy.get()) {
            return;
        }
        busy.set(true);
        link.ask(
                () -> link.client().applyImport(found.id(), found.plan(), applying.idFor(found.plan())),
                made -> {
                    applying.settled();
                    looked.set(null);
                    rows.reload();
                    notice.set(Notice.done("import.applied", total(made)));
                    applied.run();
                },
                failure -> notice.set(Notice.of(failure)),
                () -> busy.set(false));
    }

    private static int total(ImportPlan plan) {
        return plan.counts().values().stream()
                .mapToInt(count -> count.added() + count.changed() + count.removed())
                .sum();
    }

    /// Forgets the file; nothing was changed by it.
    public void drop() {
        Looked found = looked.get();
        if (found != null) {
            looked.set(null);
            rows.reload();
            link.tell(() -> link.client().dropImport(found.id()), () -> {}, _ -> {}, () -> {});
        }
    }

    /// Of each kind what is added, changed, removed and left, in the order of their names.
    public List<Map.Entry<String, ImportPlan.Counts>> counts() {
        Looked found = looked.get();
        return found == null
                ? List.of()
                : found.plan().counts().entrySet().stream()
                        .sorted(Comparator.comparing(Map.Entry::getKey))
                        .toList();
    }

    public RowsViewModel<Difference> rows() {
        return rows;
    }

    /// What was looked at; null before.
    public ReadOnlyObjectProperty<@Nullable Looked> looked() {
        return looked.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// A file at the node and what it would change.
    public record Looked(String id, String name, ImportPlan plan) {
        /// Whether it can be applied: not with a single wrong line.
        public boolean good() {
            return plan.refused().isEmpty();
        }
    }

    /// A line of the file and what it would do.
    public record Difference(ImportPlan.Line line, boolean refused) {}
}
