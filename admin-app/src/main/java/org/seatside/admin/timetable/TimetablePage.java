package org.seatside.admin.timetable;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.materialdesign2.MaterialDesignB;
import org.kordamp.ikonli.materialdesign2.MaterialDesignC;
import org.kordamp.ikonli.materialdesign2.MaterialDesignG;
import org.kordamp.ikonli.materialdesign2.MaterialDesignH;
import org.kordamp.ikonli.materialdesign2.MaterialDesignO;
import org.kordamp.ikonli.materialdesign2.MaterialDesignS;
import org.kordamp.ikonli.materialdesign2.MaterialDesignT;
import org.seatside.admin.entry.EntryForm;
import org.seatside.admin.entry.EntryFormView;
import org.seatside.admin.entry.EntryPage;
import org.seatside.admin.entry.PlainKind;
import org.seatside.admin.entry.SubPages;
import org.seatside.admin.imports.ImportView;
import org.seatside.admin.imports.ImportViewModel;
import org.seatside.admin.ui.Display;
import org.seatside.admin.ui.Marks;
import org.seatside.admin.ui.NodeLink;
import org.seatside.admin.ui.Widgets;
import org.seatside.admin.ui.Workplace;
import org.seatside.model.api.Role;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Term;
import org.seatside.model.roster.Window;

/// The timetable as pages under one word.
public final class TimetablePage {
    private final Workplace at;
    private final FacultyViewModel faculty;
    private final CatalogueViewModel names;
    private final Display display;
    private final Widgets widgets;

    private TimetablePage(Workplace at) {
        this.at = at;
        this.faculty = new FacultyViewModel(at.link(), at.hasAny(Role.ADMINISTRATOR));
        this.names = new CatalogueViewModel(at.link(), faculty);
        this.display = at.display();
        this.widgets = new Widgets(display);
    }

    public static SubPages of(Workplace at) {
        NodeLink link = at.link();
        TimetablePage page = new TimetablePage(at);
        PatternsViewModel patterns = new PatternsViewModel(link, page.names);
        RulesViewModel rules = new RulesViewModel(link, page.names);
        return new SubPages(
                List.of(
                        new SubPages.Entry(
                                "meetings.title",
                                new MeetingsView(new MeetingsViewModel(link, page.names, at.clock()), at)),
                        new SubPages.Entry(
                                "patterns.title",
                                new EntryPage<>(patterns.list(), new PatternsKind(patterns, page.widgets), at)),
                        new SubPages.Entry("sections.title", page.sections()),
                        new SubPages.Entry("courses.title", page.courses()),
                        new SubPages.Entry("departments.title", page.departments()),
                        new SubPages.Entry("lecturers.title", page.lecturers()),
                        new SubPages.Entry("terms.title", page.terms()),
                        new SubPages.Entry("holidays.title", page.holidays()),
                        new SubPages.Entry("rules.title", page.rules(rules)),
                        new SubPages.Entry("marks.title", page.marks(new MarksViewModel(link))),
                        new SubPages.Entry(
                                "imports.title",
                                new ImportView(new ImportViewModel(link), at.display(), at.dialogs()))),
                at.display());
    }

    private EntryPage<Section> sections() {
        PlainKind<Section> kind = new PlainKind<>(
                new PlainKind.Words(
                        "sections.title",
                        "sections.empty.head",
                        "sections.empty.body",
                        "sections.add",
                        "sections.add.title"),
                MaterialDesignG.GOOGLE_CLASSROOM,
                widgets,
                List.of(
                        new PlainKind.Text<>("section.column.title", 14, Section::title),
                        new PlainKind.Text<>("section.column.code", 8, Section::code),
                        new PlainKind.Text<>(
                                "section.column.course",
                                13,
                                it -> names.course(it.course())
                                        .map(CatalogueViewModel::words)
                                        .orElse("")),
                        new PlainKind.Text<>("section.column.term", 9, it -> names.termName(it.term()))),
                this::section);
        return new EntryPage<>(names.sections(), kind, at);
    }

    private List<Node> section(@Nullable Section section, Runnable close) {
        List<Node> parts = new ArrayList<>();
        if (section != null) {
            parts.add(new ClassRosterView(
                            new ClassRosterViewModel(
                                    at.link(), section.id(), faculty.lecturers().all(), at.clock()),
                            at)
                    .content());
        }
        parts.addAll(form(names.section(section, close)));
        return parts;
    }

    private EntryPage<Department> departments() {
        PlainKind<Department> kind = new PlainKind<>(
                new PlainKind.Words(
                        "departments.title",
                        "departments.empty.head",
                        "departments.empty.body",
                        "departments.add",
                        "departments.add.title"),
                MaterialDesignO.OFFICE_BUILDING_OUTLINE,
                widgets,
                List.of(
                        new PlainKind.Text<>("department.column.name", 14, Department::name),
                        new PlainKind.Text<>("department.column.code", 8, Department::code),
                        new PlainKind.Text<>("catalogue.column.nameEn", 13, it -> orBlank(it.nameEn()))),
                (department, close) -> form(faculty.department(department, close)));
        return new EntryPage<>(faculty.departments(), kind, at);
    }

    private EntryPage<Lecturer> lecturers() {
        PlainKind<Lecturer> kind = new PlainKind<>(
                new PlainKind.Words(
                        "lecturers.title",
                        "lecturers.empty.head",
                        "lecturers.empty.body",
                        "lecturers.add",
                        "lecturers.add.title"),
                MaterialDesignH.HUMAN_MALE_BOARD,
                widgets,
                List.of(
                        new PlainKind.Text<>("lecturer.column.name", 10, Lecturer::name),
                        new PlainKind.Text<>("lecturer.column.number", 8, it -> orBlank(it.number())),
                        new PlainKind.Text<>(
                                "lecturer.column.department", 12, it -> faculty.departmentName(it.department()))),
                (lecturer, close) -> form(faculty.lecturer(lecturer, close)));
        return new EntryPage<>(faculty.lecturers(), kind, at);
    }

    private EntryPage<StatusMark> marks(MarksViewModel marks) {
        PlainKind<StatusMark> kind = new PlainKind<>(
                new PlainKind.Words(
                        "marks.title", "marks.empty.head", "marks.empty.body", "marks.add", "marks.add.title"),
                MaterialDesignT.TAG_OUTLINE,
                widgets,
                List.of(
                        new PlainKind.Text<>("mark.column.name", 10, StatusMark::name),
                        new PlainKind.Text<>(
                                "mark.column.kind",
                                8,
                                it -> display.messages()
                                        .now(Marks.ofStatus(it.kind()).key())),
                        new PlainKind.Text<>("mark.column.points", 6, it -> it.points() + " %"),
                        new PlainKind.Text<>(
                                "mark.column.counted",
                                8,
                                it -> display.messages().now(it.counted() ? "mark.counts" : "mark.countsNot"))),
                (mark, close) -> form(marks.form(mark, close)));
        return new EntryPage<>(marks.list(), kind, at);
    }

    private EntryPage<Course> courses() {
        PlainKind<Course> kind = new PlainKind<>(
                new PlainKind.Words(
                        "courses.title",
                        "courses.empty.head",
                        "courses.empty.body",
                        "courses.add",
                        "courses.add.title"),
                MaterialDesignB.BOOK_OPEN_VARIANT,
                widgets,
                List.of(
                        new PlainKind.Text<>("course.column.title", 14, Course::title),
                        new PlainKind.Text<>("course.column.code", 8, Course::code),
                        new PlainKind.Text<>("catalogue.column.nameEn", 13, it -> orBlank(it.titleEn()))),
                (course, close) -> form(names.course(course, close)));
        return new EntryPage<>(names.courses(), kind, at);
    }

    private EntryPage<Term> terms() {
        PlainKind<Term> kind = new PlainKind<>(
                new PlainKind.Words(
                        "terms.title", "terms.empty.head", "terms.empty.body", "terms.add", "terms.add.title"),
                MaterialDesignC.CALENDAR_RANGE,
                widgets,
                List.of(
                        new PlainKind.Text<>("term.column.name", 12, Term::name),
                        new PlainKind.Text<>("term.column.code", 8, Term::code),
                        new PlainKind.Text<>(
                                "term.column.from", 8, it -> it.from().toString()),
                        new PlainKind.Text<>(
                                "term.column.until", 8, it -> it.until().toString())),
                (term, close) -> form(names.term(term, close)));
        return new EntryPage<>(names.terms(), kind, at);
    }

    private EntryPage<Holiday> holidays() {
        PlainKind<Holiday> kind = new PlainKind<>(
                new PlainKind.Words(
                        "holidays.title",
                        "holidays.empty.head",
                        "holidays.empty.body",
                        "holidays.add",
                        "holidays.add.title"),
                MaterialDesignC.CALENDAR_REMOVE,
                widgets,
                List.of(
                        new PlainKind.Text<>("holiday.column.name", 12, Holiday::name),
                        new PlainKind.Text<>(
                                "holiday.column.day", 8, it -> it.day().toString()),
                        new PlainKind.Text<>("catalogue.column.nameEn", 13, it -> orBlank(it.nameEn()))),
                (holiday, close) -> form(names.holiday(holiday, close)));
        return new EntryPage<>(names.holidays(), kind, at);
    }

    private EntryPage<AttendanceRule> rules(RulesViewModel rules) {
        PlainKind<AttendanceRule> kind = new PlainKind<>(
                new PlainKind.Words(
                        "rules.title", "rules.empty.head", "rules.empty.body", "rules.add", "rules.add.title"),
                MaterialDesignS.SCALE_BALANCE,
                widgets,
                List.of(
                        new PlainKind.Text<>("rule.column.of", 13, this::of),
                        new PlainKind.Text<>("rule.column.window", 15, this::window),
                        new PlainKind.Text<>("rule.column.absent", 8, this::absent),
                        new PlainKind.Text<>(
                                "rule.column.below",
                                7,
                                it -> it.noticeBelowPercent() == null ? "" : it.noticeBelowPercent() + " %")),
                (rule, close) -> form(rules.form(rule, close)));
        return new EntryPage<>(rules.list(), kind, at);
    }

    private String of(AttendanceRule rule) {
        if (RulesViewModel.isCampus(rule)) {
            return display.messages().now("rule.of.campus");
        }
        return rule.section() == null ? names.courseName(rule.course()) : names.sectionName(rule.section());
    }

    private String window(AttendanceRule rule) {
        Window window = RulesViewModel.isCampus(rule) && rule.window() == null ? Window.DEFAULT : rule.window();
        return window == null
                ? display.messages().now("rule.say.above")
                : display.messages()
                        .now(
                                "rule.window.short",
                                window.opensBeforeMinutes(),
                                window.lateAfterMinutes(),
                                window.closesAfterMinutes());
    }

    private String absent(AttendanceRule rule) {
        boolean unsaid = RulesViewModel.isCampus(rule) && rule.marksAbsent() == null;
        Boolean marks = unsaid ? Boolean.TRUE : rule.marksAbsent();
        return display.messages().now(RulesViewModel.word(RulesViewModel.say(marks)));
    }

    private static String orBlank(@Nullable String text) {
        return text == null ? "" : text;
    }

    private List<Node> form(EntryForm<?> form) {
        return List.of(new EntryFormView(form, widgets, "entry.save", null).content());
    }
}
