package org.seatside.admin.timetable;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.seatside.admin.entry.AllPages;
import org.seatside.admin.entry.Dependence;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryList;
import org.seatside.admin.entry.Picked;
import org.seatside.admin.entry.Typed;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Notice;
import org.seatside.client.NodeException;
import org.seatside.client.TimetableCalls;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewTerm;
import org.seatside.model.api.Topic;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Term;

/// What is taught: terms, courses and sections, and the days on which nothing is. Also what other parts of the
/// timetable call them by.
public final class CatalogueViewModel {
    private final NodeLink link;
    private final TimetableCalls calls;
    private final FacultyViewModel faculty;
    private final EntryList<Term> terms;
    private final EntryList<Course> courses;
    private final EntryList<Section> sections;
    private final EntryList<Holiday> holidays;
    private final ObservableList<Room> rooms = FXCollections.observableArrayList();

    /// @param faculty whose departments offer the courses
    public CatalogueViewModel(NodeLink link, FacultyViewModel faculty) {
        this.link = link;
        this.faculty = faculty;
        this.calls = link.client().timetable();
        terms = new EntryList<>(
                link,
                () -> calls.terms().stream()
                        .sorted(Comparator.comparing(Term::from).reversed())
                        .toList(),
                term -> term.code() + " " + term.name() + " " + term.nameEn(),
                new Dependence<>(
                        link,
                        Topic.TERMS,
                        it -> it.id().value(),
                        Term::name,
                        (it, id) -> calls.deleteTerm(it.id(), id)));
        courses = new EntryList<>(
                link,
                () -> AllPages.of(calls::courses),
                course -> course.code() + " " + course.title() + " " + course.titleEn(),
                new Dependence<>(
                        link,
                        Topic.COURSES,
                        it -> it.id().value(),
                        Course::title,
                        (it, id) -> calls.deleteCourse(it.id(), id)));
        sections = new EntryList<>(
                link,
                () -> AllPages.of(link.client()::sections),
                section -> section.code() + " " + section.title() + " " + section.titleEn(),
                new Dependence<>(
                        link,
                        Topic.SECTIONS,
                        it -> it.id().value(),
                        Section::title,
                        (it, id) -> calls.deleteSection(it.id(), id)));
        holidays = new EntryList<>(
                link,
                () -> calls.holidays().stream()
                        .sorted(Comparator.comparing(Holiday::day))
                        .toList(),
                holiday -> holiday.day() + " " + holiday.name(),
                new HolidayRemoval());
    }

    /// Reads what others refer to by its name.
    void loadNames() {
        terms.load();
        courses.load();
        sections.load();
        faculty.loadNames();
        link.ask(
                () -> AllPages.of(link.client()::rooms),
                this::showRooms,
                failure -> terms.say(Notice.of(failure)),
                () -> {});
    }

    private void showRooms(List<Room> found) {
        List<Room> sorted =
                found.stream().sorted(Comparator.comparing(Room::name)).toList();
        if (!sorted.equals(rooms)) {
            rooms.setAll(sorted);
        }
    }

    EntryForm<NewTerm> term(@Nullable Term term, Runnable close) {
        Typed<String> code = Typed.needed("term.code", "term.code.hint");
        Typed<String> name = Typed.needed("term.name", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        Typed<LocalDate> from = Typed.day("term.from", null);
        Typed<LocalDate> until = Typed.day("term.until", null);
        if (term != null) {
            code.with(term.code());
            name.with(term.name());
            english.with(term.nameEn());
            from.with(term.from());
            until.with(term.until());
        }
        EntryForm<NewTerm> form = new EntryForm<>(
                link,
                List.of(code, name, english, from, until),
                () -> new NewTerm(code.value(), name.value(), english.value(), from.value(), until.value()),
                (it, id) -> {
                    if (term == null) {
                        calls.addTerm(it, id);
                    } else {
                        calls.changeTerm(
                                new Term(term.id(), it.code(), it.name(), it.nameEn(), it.from(), it.until()), id);
                    }
                },
                it -> saved(terms, it.name(), close));
        form.require(() -> !until.value().isBefore(from.value()), until, Notice.failed("catalogue.days.reversed"));
        return named(form, code, name);
    }

    EntryForm<NewCourse> course(@Nullable Course course, Runnable close) {
        Typed<String> code = Typed.needed("course.code", null);
        Typed<String> title = Typed.needed("course.title", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        Picked<Department> department = new Picked<>(
                "course.department",
                null,
                "course.department.none",
                faculty.departments().all(),
                (it, _) -> it.name());
        if (course != null) {
            code.with(course.code());
            title.with(course.title());
            english.with(course.titleEn());
            department.with(faculty.department(course.department()).orElse(null));
        }
        EntryForm<NewCourse> form = new EntryForm<>(
                link,
                List.of(code, title, english, department),
                () -> new NewCourse(
                        code.value(),
                        title.value(),
                        english.value(),
                        department.picked().map(Department::id).orElse(null)),
                (it, id) -> {
                    if (course == null) {
                        calls.addCourse(it, id);
                    } else {
                        calls.changeCourse(
                                new Course(course.id(), it.code(), it.title(), it.titleEn(), it.department()), id);
                    }
                },
                it -> saved(courses, it.title(), close));
        return named(form, code, title);
    }

    EntryForm<NewSection> section(@Nullable Section section, Runnable close) {
        Typed<String> code = Typed.needed("section.code", "section.code.hint");
        Typed<String> title = Typed.needed("section.title", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        Picked<Course> course =
                new Picked<>("section.course", null, "section.course.none", courses.all(), (it, _) -> words(it));
        Picked<Term> term = new Picked<>("section.term", null, "section.term.none", terms.all(), (it, _) -> it.name());
        if (section != null) {
            code.with(section.code());
            title.with(section.title());
            english.with(section.titleEn());
            course.with(course(section.course()).orElse(null));
            term.with(term(section.term()).orElse(null));
        }
        EntryForm<NewSection> form = new EntryForm<>(
                link,
                List.of(code, title, english, course, term),
                () -> new NewSection(
                        code.value(),
                        title.value(),
                        english.value(),
                        course.picked().map(Course::id).orElse(null),
                        term.picked().map(Term::id).orElse(null)),
                (it, id) -> {
                    if (section == null) {
                        link.client().addSection(it, id);
                    } else {
                        calls.changeSection(
                                new Section(section.id(), it.code(), it.title(), it.titleEn(), it.course(), it.term()),
                                id);
                    }
                },
                it -> saved(sections, it.title(), close));
        return named(form, code, title);
    }

    EntryForm<Holiday> holiday(@Nullable Holiday holiday, Runnable close) {
        Typed<LocalDate> day = Typed.day("holiday.day", null);
        Typed<String> name = Typed.needed("holiday.name", null);
        Typed<@Nullable String> english = Typed.optional("catalogue.nameEn", null);
        if (holiday != null) {
            day.with(holiday.day());
            name.with(holiday.name());
            english.with(holiday.nameEn());
        }
        return new EntryForm<>(
                link,
                List.of(day, name, english),
                () -> new Holiday(day.value(), name.value(), english.value()),
                (it, id) -> {
                    calls.saveHoliday(it, id);
                    if (holiday != null && !holiday.day().equals(it.day())) {
                        calls.deleteHoliday(holiday.day(), link.client().newCommand());
                    }
                },
                it -> saved(holidays, it.name(), close));
    }

    private static <C> EntryForm<C> named(EntryForm<C> form, Typed<String> code, Typed<String> name) {
        return form.refused("code-taken", code, "catalogue.code.taken")
                .refused("name-taken", code, "catalogue.code.taken")
                .refused("name-needed", name, "name.refused");
    }

    private static void saved(EntryList<?> list, String name, Runnable close) {
        list.changed(Notice.done("catalogue.saved", name));
        close.run();
    }

    public EntryList<Term> terms() {
        return terms;
    }

    public EntryList<Course> courses() {
        return courses;
    }

    public EntryList<Section> sections() {
        return sections;
    }

    public EntryList<Holiday> holidays() {
        return holidays;
    }

    /// By name.
    public ObservableList<Room> rooms() {
        return rooms;
    }

    static String words(Course course) {
        return course.code() + " " + course.title();
    }

    static String words(Section section) {
        return section.title() + " · " + section.code();
    }

    Optional<Course> course(@Nullable CourseId id) {
        return courses.all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Optional<Term> term(@Nullable TermId id) {
        return terms.all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Optional<Section> section(@Nullable SectionId id) {
        return sections.all().stream().filter(it -> it.id().equals(id)).findFirst();
    }

    Optional<Room> room(@Nullable RoomId id) {
        return rooms.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// What a section is called; a dash where it is not known.
    String sectionName(@Nullable SectionId id) {
        return section(id).map(CatalogueViewModel::words).orElse("–");
    }

    String roomName(@Nullable RoomId id) {
        return room(id).map(Room::name).orElse("–");
    }

    String courseName(@Nullable CourseId id) {
        return course(id).map(CatalogueViewModel::words).orElse("–");
    }

    String termName(@Nullable TermId id) {
        return term(id).map(Term::name).orElse("");
    }

    private final class HolidayRemoval implements EntryList.Deletion<Holiday> {
        @Override
        public String name(Holiday holiday) {
            return holiday.name();
        }

        @Override
        public Map<Topic, Long> dependents(Holiday holiday) {
            return Map.of();
        }

        @Override
        public void delete(Holiday holiday, CommandId id) throws NodeException {
            calls.deleteHoliday(holiday.day(), id);
        }
    }
}
