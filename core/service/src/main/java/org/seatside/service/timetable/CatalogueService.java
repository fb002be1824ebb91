package org.seatside.service.timetable;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewCourse;
import org.seatside.model.api.NewDepartment;
import org.seatside.model.api.NewLecturer;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.NewTerm;
import org.seatside.model.api.Page;
import org.seatside.model.api.RosterEntry;
import org.seatside.model.api.Withdrawal;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Term;
import org.seatside.service.Names;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.roster.RosterStore;

/// Keeps what is taught, by whom, and who is enrolled. Thread-safe.
public final class CatalogueService {
    private static final int MAX_LIST = 200;
    private static final int MAX_STUDENTS = 500;

    private final TimetableStore store;
    private final RosterStore roster;
    private final Commands commands;
    private final InstantSource clock;
    private final ZoneId campus;

    public CatalogueService(
            TimetableStore store, RosterStore roster, Commands commands, InstantSource clock, ZoneId campus) {
        this.store = store;
        this.roster = roster;
        this.commands = commands;
        this.clock = clock;
        this.campus = campus;
    }

    public List<Term> terms() {
        return store.terms();
    }

    public Term add(NewTerm term, String actor, CommandId command) {
        return save(
                RefusedException.made(
                        "malformed",
                        () -> new Term(
                                new TermId(command.value()),
                                term.code(),
                                term.name(),
                                term.nameEn(),
                                term.from(),
                                term.until())),
                actor,
                command);
    }

    public Term change(Term term, String actor, CommandId command) {
        RefusedException.requireEntry(store.term(term.id()));
        return save(term, actor, command);
    }

    private Term save(Term term, String actor, CommandId command) {
        Term clean = new Term(
                term.id(),
                Names.required(term.code()),
                Names.required(term.name()),
                Names.orNull(term.nameEn()),
                term.from(),
                term.until());
        commands.require(command, actor, new TimetableChange.SaveTerm(clean));
        return clean;
    }

    public List<Department> departments() {
        return store.departments();
    }

    public Department add(NewDepartment department, String actor, CommandId command) {
        return save(
                RefusedException.made(
                        "malformed",
                        () -> new Department(
                                new DepartmentId(command.value()),
                                department.code(),
                                department.name(),
                                department.nameEn())),
                actor,
                command);
    }

    public Department change(Department department, String actor, CommandId command) {
        RefusedException.requireEntry(store.department(department.id()));
        return save(department, actor, command);
    }

    private Department save(Department department, String actor, CommandId command) {
        Department clean = new Department(
                department.id(),
                Names.required(department.code()),
                Names.required(department.name()),
                Names.orNull(department.nameEn()));
        commands.require(command, actor, new TimetableChange.SaveDepartment(clean));
        return clean;
    }

    public Page<Course> courses(@Nullable String after, int limit) {
        return store.courses(after, clamp(limit));
    }

    public Course add(NewCourse course, String actor, CommandId command) {
        return save(
                RefusedException.made(
                        "malformed",
                        () -> new Course(
                                new CourseId(command.value()),
                                course.code(),
                                course.title(),
                                course.titleEn(),
                                course.department())),
                actor,
                command);
    }

    public Course change(Course course, String actor, CommandId command) {
        RefusedException.requireEntry(store.course(course.id()));
        return save(course, actor, command);
    }

    private Course save(Course course, String actor, CommandId command) {
        Course clean = new Course(
                course.id(),
                Names.required(course.code()),
                Names.required(course.title()),
                Names.orNull(course.titleEn()),
                course.department());
        commands.require(command, actor, new TimetableChange.SaveCourse(clean));
        return clean;
    }

    public Page<Lecturer> lecturers(@Nullable String after, int limit) {
        return store.lecturers(after, clamp(limit));
    }

    public Lecturer add(NewLecturer lecturer, String actor, CommandId command) {
        return save(
                RefusedException.made(
                        "malformed",
                        () -> new Lecturer(
                                new LecturerId(command.value()),
                                lecturer.number(),
                                lecturer.name(),
                                lecturer.nameEn(),
                                lecturer.department(),
                                lecturer.account())),
                actor,
                command);
    }

    public Lecturer change(Lecturer lecturer, String actor, CommandId command) {
        RefusedException.requireEntry(store.lecturer(lecturer.id()));
        return save(lecturer, actor, command);
    }

    private Lecturer save(Lecturer lecturer, String actor, CommandId command) {
        Lecturer clean = new Lecturer(
                lecturer.id(),
                Names.orNull(lecturer.number()),
                Names.required(lecturer.name()),
                Names.orNull(lecturer.nameEn()),
                lecturer.department(),
                lecturer.account());
        commands.require(command, actor, new TimetableChange.SaveLecturer(clean));
        return clean;
    }

    public Page<Section> sections(@Nullable TermId term, @Nullable CourseId course, @Nullable String after, int limit) {
        return store.sections(term, course, after, clamp(limit));
    }

    public Section add(NewSection section, String actor, CommandId command) {
        return save(
                new Section(
                        new SectionId(command.value()),
                        section.code(),
                        section.title(),
                        section.titleEn(),
                        section.course(),
                        section.term()),
                actor,
                command);
    }

    public Section change(Section section, String actor, CommandId command) {
        RefusedException.requireEntry(roster.section(section.id()));
        return save(section, actor, command);
    }

    private Section save(Section section, String actor, CommandId command) {
        Section clean = new Section(
                section.id(),
                Names.required(section.code()),
                Names.required(section.title()),
                Names.orNull(section.titleEn()),
                section.course(),
                section.term());
        commands.require(command, actor, new Change.SaveSection(clean));
        return clean;
    }

    public List<Lecturer> lecturers(SectionId section) {
        return store.lecturers(section);
    }

    public void assign(SectionId section, List<LecturerId> lecturers, String actor, CommandId command) {
        commands.require(command, actor, new TimetableChange.AssignLecturers(section, List.copyOf(lecturers)));
    }

    /// @param day null for everybody who ever was on it
    public List<RosterEntry> roster(SectionId section, @Nullable LocalDate day) {
        RefusedException.requireEntry(roster.section(section));
        return store.roster(section, day);
    }

    public void enrol(SectionId section, Enrolment enrolment, String actor, CommandId command) {
        if (enrolment.students().size() > MAX_STUDENTS) {
            throw RefusedException.invalid("too-many", "Enrol at most 500 students at once.");
        }
        List<Enrolled> stretches = enrolment.students().stream()
                .map(student -> RefusedException.made(
                        "malformed", () -> new Enrolled(student, section, enrolment.from(), enrolment.until())))
                .toList();
        commands.require(command, actor, new TimetableChange.EnrolFor(stretches));
    }

    public void withdraw(SectionId section, Withdrawal withdrawal, String actor, CommandId command) {
        if (withdrawal.students().size() > MAX_STUDENTS) {
            throw RefusedException.invalid("too-many", "Withdraw at most 500 students at once.");
        }
        LocalDate last =
                withdrawal.lastDay() == null ? clock.instant().atZone(campus).toLocalDate() : withdrawal.lastDay();
        commands.require(
                command, actor, new TimetableChange.Withdraw(section, List.copyOf(withdrawal.students()), last));
    }

    private static int clamp(int limit) {
        return Math.clamp(limit, 1, MAX_LIST);
    }
}
