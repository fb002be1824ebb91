package org.seatside.service.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Term;
import org.seatside.service.Names;
import org.seatside.service.log.Change;
import org.seatside.service.log.TimetableChange;
import org.seatside.service.staff.AccountService;

/// The part of a file that says who offers what, when and by whom. One file, one thread.
final class CataloguePlanner {
    private final Ids ids;
    private final PlanNotes notes;
    private final Map<String, Change> changes;
    private final Map<String, Department> departments = new HashMap<>();
    private final Map<String, Term> terms = new HashMap<>();
    private final Map<String, Course> courses = new HashMap<>();
    private final Map<String, Lecturer> lecturers = new HashMap<>();
    private final Map<SectionId, List<LecturerId>> taught = new HashMap<>();
    private final Map<SectionId, List<LecturerId>> changed = new LinkedHashMap<>();
    private final Set<String> accounts = new HashSet<>();

    /// @param changes where what is to be changed goes
    CataloguePlanner(Roster roster, Ids ids, PlanNotes notes, Map<String, Change> changes) {
        this.ids = ids;
        this.notes = notes;
        this.changes = changes;
        roster.departments().forEach(it -> departments.put(it.code(), it));
        roster.terms().forEach(it -> terms.put(it.code(), it));
        roster.courses().forEach(it -> courses.put(it.code(), it));
        roster.lecturers().forEach(it -> {
            if (it.number() != null) {
                lecturers.put(it.number(), it);
            }
        });
        roster.taught().forEach((section, who) -> taught.put(section, new ArrayList<>(who)));
        roster.accounts().forEach(it -> accounts.add(it.toLowerCase(Locale.ROOT)));
    }

    Optional<TermId> termId(String code) {
        return Optional.ofNullable(terms.get(code)).map(Term::id);
    }

    Optional<CourseId> courseId(String code) {
        return Optional.ofNullable(courses.get(code)).map(Course::id);
    }

    void department(ImportRow.DepartmentRow row) {
        Department old = departments.get(row.code());
        Department next = new Department(
                old == null ? new DepartmentId(ids.next()) : old.id(),
                Names.required(row.code()),
                Names.required(row.name()),
                old == null ? null : old.nameEn());
        departments.put(row.code(), next);
        if (!next.equals(old)) {
            changes.put("department " + row.code(), new TimetableChange.SaveDepartment(next));
        }
        notes.count("departments", row.origin(), "department", row.code() + "\t" + row.name(), old, next);
    }

    void term(ImportRow.TermRow row) {
        if (row.until().isBefore(row.from())) {
            notes.refuse(row.origin(), "days-malformed", row.code());
            return;
        }
        Term old = terms.get(row.code());
        Term next = new Term(
                old == null ? new TermId(ids.next()) : old.id(),
                Names.required(row.code()),
                Names.required(row.name()),
                old == null ? null : old.nameEn(),
                row.from(),
                row.until());
        terms.put(row.code(), next);
        if (!next.equals(old)) {
            changes.put("term " + row.code(), new TimetableChange.SaveTerm(next));
        }
        String detail = row.code() + "\t" + row.name() + "\t" + row.from() + "\t" + row.until();
        notes.count("terms", row.origin(), "term", detail, old, next);
    }

    void course(ImportRow.CourseRow row) {
        Department department = row.department() == null ? null : departments.get(row.department());
        if (row.department() != null && department == null) {
            notes.refuse(row.origin(), "department-unknown", row.department());
            return;
        }
        Course old = courses.get(row.code());
        DepartmentId of = department != null ? department.id() : old == null ? null : old.department();
        Course next = new Course(
                old == null ? new CourseId(ids.next()) : old.id(),
                Names.required(row.code()),
                Names.required(row.title()),
                old == null ? null : old.titleEn(),
                of);
        courses.put(row.code(), next);
        if (!next.equals(old)) {
            changes.put("course " + row.code(), new TimetableChange.SaveCourse(next));
        }
        notes.count("courses", row.origin(), "course", row.code() + "\t" + row.title(), old, next);
    }

    void lecturer(ImportRow.LecturerRow row) {
        Lecturer old = lecturers.get(row.number());
        Lecturer next = new Lecturer(
                old == null ? new LecturerId(ids.next()) : old.id(),
                Names.required(row.number()),
                Names.required(row.name()),
                old == null ? null : old.nameEn(),
                old == null ? null : old.department(),
                old == null ? null : old.account());
        lecturers.put(row.number(), next);
        if (!next.equals(old)) {
            changes.put("lecturer " + row.number(), new TimetableChange.SaveLecturer(next));
        }
        notes.count("lecturers", row.origin(), "lecturer", row.number() + "\t" + row.name(), old, next);
    }

    void teaches(ImportRow.TeachesRow row, SectionId section) {
        Lecturer lecturer = lecturers.get(row.lecturer());
        if (lecturer == null) {
            notes.refuse(row.origin(), "lecturer-unknown", row.lecturer());
            return;
        }
        List<LecturerId> now = taught.computeIfAbsent(section, _ -> new ArrayList<>());
        boolean other = row.out() ? now.remove(lecturer.id()) : !now.contains(lecturer.id()) && now.add(lecturer.id());
        if (other) {
            changed.put(section, now);
        }
        int kind = !other ? PlanNotes.UNCHANGED : row.out() ? PlanNotes.REMOVED : PlanNotes.ADDED;
        String what = row.out() ? "teaching-removed" : "teaching-added";
        notes.note("teaching", kind, row.origin(), what, row.section() + " " + row.lecturer());
    }

    /// Who teaches what, where that is another than before.
    List<Change> taught() {
        List<Change> all = new ArrayList<>();
        changed.forEach((section, who) -> all.add(new TimetableChange.AssignLecturers(section, List.copyOf(who))));
        return all;
    }

    /// Accounts of others than students are not taken over: nobody becomes staff by a file.
    ///
    /// @param student whose number the account's name is; null for nobody's
    void account(ImportRow.AccountRow row, @Nullable StudentId student) {
        if (student == null || !accounts.add(row.name().toLowerCase(Locale.ROOT))) {
            notes.note("accounts", PlanNotes.UNCHANGED, row.origin(), "account-left", row.name());
            return;
        }
        AccountId id = ids.account();
        changes.put("account " + row.name(), AccountService.fromOlderService(id, row.name(), row.bcrypt(), student));
        notes.note("accounts", PlanNotes.ADDED, row.origin(), "account-added", row.name());
    }
}
