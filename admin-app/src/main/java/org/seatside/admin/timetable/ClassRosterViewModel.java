package org.seatside.admin.timetable;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.table.RowsViewModel;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.TimetableCalls;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.api.SectionLecturers;
import org.seatside.model.api.Withdrawal;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Student;

/// Who is in one section and who teaches it.
public final class ClassRosterViewModel {
    /// Finds shown while one types.
    static final int FINDS = 5;

    private final NodeLink link;
    private final TimetableCalls calls;
    private final SectionId section;
    private final Clock clock;
    private final RowsViewModel<RosterEntry> rows;
    private final StringProperty query = new SimpleStringProperty("");
    private final ObservableList<Student> finds = FXCollections.observableArrayList();
    private final ObservableList<Lecturer> teaching = FXCollections.observableArrayList();
    private final ObservableList<Lecturer> lecturers;
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>(null);
    private int turn;

    /// @param lecturers who may be chosen to teach it
    /// @param clock of the campus
    public ClassRosterViewModel(NodeLink link, SectionId section, ObservableList<Lecturer> lecturers, Clock clock) {
        this.link = link;
        this.calls = link.client().timetable();
        this.section = section;
        this.clock = clock;
        this.lecturers = lecturers;
        this.rows = RowsViewModel.whole(
                link,
                () -> calls.roster(section, null).stream()
                        .sorted(Comparator.comparing(entry -> entry.student().number()))
                        .toList());
        query.addListener((_, _, typed) -> find(typed.strip()));
    }

    public void load() {
        rows.reload();
        loadLecturers();
    }

    private void loadLecturers() {
        link.ask(
                () -> calls.lecturersOf(section),
                teaching::setAll,
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    private void find(String typed) {
        int mine = ++turn;
        if (typed.isEmpty()) {
            finds.clear();
            return;
        }
        link.ask(
                () -> link.client().students(typed, FINDS, null).items(),
                found -> {
                    if (mine == turn) {
                        finds.setAll(found);
                    }
                },
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    /// Puts a student on the roster from today, since ever where nobody else is on it yet.
    public void enrol(Student student) {
        LocalDate from = rows.rows().isEmpty() ? null : LocalDate.now(clock);
        Enrolment enrolment = new Enrolment(List.of(student.id()), from, null);
        link.tell(
                () -> link.client().enrol(section, enrolment, link.client().newCommand()),
                () -> {
                    query.set("");
                    notice.set(Notice.done("roster.enrolled", student.name()));
                    rows.reload();
                },
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    /// The last day of who leaves the section.
    EntryForm<Withdrawal> leaving(List<RosterEntry> who, Runnable close) {
        Typed<LocalDate> last = Typed.day("roster.last", "roster.last.hint").with(LocalDate.now(clock));
        return new EntryForm<>(
                link,
                List.of(last),
                () -> new Withdrawal(
                        who.stream().map(entry -> entry.student().id()).toList(), last.value()),
                (it, id) -> calls.withdraw(section, it, id),
                it -> {
                    notice.set(Notice.done("roster.withdrawn", it.students().size()));
                    rows.reload();
                    close.run();
                });
    }

    /// One more who teaches it.
    EntryForm<Lecturer> teacher() {
        Picked<Lecturer> one = new Picked<>("roster.lecturer", null, null, lecturers, (it, _) -> it.name());
        return new EntryForm<>(
                link,
                List.of(one),
                one::one,
                (it, id) -> {
                    List<Lecturer> all = new ArrayList<>(calls.lecturersOf(section));
                    if (!all.contains(it)) {
                        all.add(it);
                    }
                    calls.assign(section, of(all), id);
                },
                _ -> {
                    one.reset();
                    loadLecturers();
                });
    }

    /// Takes one of them off.
    public void release(Lecturer lecturer) {
        link.tell(
                () -> calls.assign(
                        section,
                        of(calls.lecturersOf(section).stream()
                                .filter(it -> !it.id().equals(lecturer.id()))
                                .toList()),
                        link.client().newCommand()),
                this::loadLecturers,
                failure -> notice.set(Notice.of(failure)),
                () -> {});
    }

    private static SectionLecturers of(List<Lecturer> all) {
        return new SectionLecturers(all.stream().map(Lecturer::id).toList());
    }

    /// By student number, those who left at their last day too.
    public RowsViewModel<RosterEntry> rows() {
        return rows;
    }

    /// What is looked for among all students.
    public StringProperty query() {
        return query;
    }

    /// The first few that fit what was typed.
    public ObservableList<Student> finds() {
        return finds;
    }

    public ObservableList<Lecturer> teaching() {
        return teaching;
    }

    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    void dismissNotice() {
        notice.set(null);
    }
}
