package org.seatside.admin.student;

import java.time.Duration;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.Page;
import org.seatside.model.roster.Student;

/// The list of students, searched as one types.
public final class StudentsViewModel {
    /// Wait after a keystroke before the node is asked.
    static final Duration PAUSE = Duration.ofMillis(120);

    /// Rows asked for at a time.
    static final int PAGE = 100;

    private final NodeLink link;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Student> students = FXCollections.observableArrayList();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper loaded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper more = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private @Nullable String next;
    private TaskRunner.@Nullable Scheduled typing;
    private int asked;

    public StudentsViewModel(NodeLink link) {
        this.link = link;
        query.addListener((_, _, _) -> searchSoon());
        link.onHealed(() -> {
            if (notice.get() != null || !loaded.get()) {
                search();
            }
        });
    }

    private void searchSoon() {
        TaskRunner.Scheduled pending = typing;
        if (pending != null) {
            pending.cancel();
        }
        typing = link.tasks().after(PAUSE, this::search);
    }

    /// Asks for the first page of what is searched for. Of several answers under way only the last one counts.
    public void search() {
        ask(null);
    }

    /// Asks for the rows after those shown.
    public void loadMore() {
        if (next != null) {
            ask(next);
        }
    }

    private void ask(@Nullable String after) {
        int turn = ++asked;
        String wanted = query.get().strip();
        busy.set(true);
        link.ask(
                () -> link.client().students(wanted, PAGE, after),
                page -> {
                    if (turn == asked) {
                        show(page, after != null);
                    }
                },
                failure -> {
                    if (turn == asked) {
                        notice.set(Notice.of(failure));
                    }
                },
                () -> {
                    if (turn == asked) {
                        busy.set(false);
                    }
                });
    }

    private void show(Page<Student> page, boolean appended) {
        if (appended) {
            students.addAll(page.items());
        } else {
            students.setAll(page.items());
        }
        next = page.next();
        more.set(next != null);
        loaded.set(true);
        notice.set(null);
    }

    /// Puts a student just added or changed into the list without asking again.
    public void note(Student student) {
        students.removeIf(it -> it.id().equals(student.id()));
        students.addFirst(student);
    }

    public StringProperty query() {
        return query;
    }

    public ObservableList<Student> students() {
        return students;
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /// Whether the node has answered once.
    public ReadOnlyBooleanProperty loaded() {
        return loaded.getReadOnlyProperty();
    }

    /// Whether there are rows after those shown.
    public ReadOnlyBooleanProperty more() {
        return more.getReadOnlyProperty();
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    public NodeLink link() {
        return link;
    }
}
