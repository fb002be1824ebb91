package org.seatside.admin.student;

import java.time.Duration;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.table.RowsViewModel;
import org.seatside.admin.ui.NodeLink;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.seatside.model.api.Page;
import org.seatside.model.roster.Student;

/// The list of students, searched as one types; Korean names also by their initial consonants.
public final class StudentsViewModel {
    /// Wait after a keystroke before the node is asked.
    static final Duration PAUSE = Duration.ofMillis(60);

    private final NodeLink link;
    private final StringProperty query = new SimpleStringProperty("");
    private final RowsViewModel<Student> rows;
    private TaskRunner.@Nullable Scheduled typing;

    public StudentsViewModel(NodeLink link) {
        this.link = link;
        this.rows = new RowsViewModel<>(link, this::all);
        query.addListener((_, _, _) -> searchSoon());
    }

    private Page<Student> all(int limit, @Nullable String after) throws NodeException {
        return link.client().students("", limit, after);
    }

    private void searchSoon() {
        TaskRunner.Scheduled pending = typing;
        if (pending != null) {
            pending.cancel();
        }
        typing = link.tasks().after(PAUSE, this::search);
    }

    /// Asks for what is searched for, from the beginning.
    public void search() {
        String wanted = query.get().strip();
        rows.reload((limit, after) -> link.client().students(wanted, limit, after));
    }

    /// Puts a student just added or changed into the list without asking again.
    public void note(Student student) {
        rows.note(student, it -> it.id().equals(student.id()));
    }

    public StringProperty query() {
        return query;
    }

    public RowsViewModel<Student> rows() {
        return rows;
    }

    public NodeLink link() {
        return link;
    }
}
