package org.seatside.service.imports;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.payload.RoomTagDigest;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.Names;
import org.seatside.service.log.Change;
import org.seatside.service.roster.RoomResolver;
import org.seatside.service.timetable.TimetableService;

/// Compares what a file says with what there is. One file, one thread.
final class RosterPlanner {
    private final StudentNumberFormat numbers;
    private final RoomResolver tags;
    private final Ids ids;
    private final Map<String, Student> students = new HashMap<>();
    private final Map<String, Room> rooms = new HashMap<>();
    private final Map<String, Section> sections = new HashMap<>();
    private final Map<SectionId, Set<StudentId>> enrolled = new HashMap<>();
    private final Map<String, Change> changes = new LinkedHashMap<>();
    private final Map<SectionId, List<StudentId>> joining = new LinkedHashMap<>();
    private final Map<SectionId, List<StudentId>> leaving = new LinkedHashMap<>();
    private final PlanNotes notes = new PlanNotes();
    private final CataloguePlanner catalogue;
    private final CalendarPlanner calendar;

    /// @param timetable spells out what meets weekly
    /// @param known meetings and patterns as they are now
    RosterPlanner(
            Roster roster,
            StudentNumberFormat numbers,
            RoomResolver tags,
            Ids ids,
            TimetableService timetable,
            CalendarPlanner.Known known) {
        this.numbers = numbers;
        this.tags = tags;
        this.ids = ids;
        catalogue = new CataloguePlanner(roster, ids, notes, changes);
        calendar = new CalendarPlanner(this::sectionOf, rooms::get, timetable, known, notes, changes);
        roster.students().forEach(student -> students.put(student.number(), student));
        roster.rooms().forEach(room -> rooms.put(room.name(), room));
        roster.sections().forEach(section -> {
            sections.putIfAbsent(key(section.code(), section.term()), section);
            sections.putIfAbsent(section.code(), section);
        });
        roster.enrolled().forEach((section, who) -> enrolled.put(section, new HashSet<>(who)));
    }

    /// What is to be changed, in an order in which everything is there before it is referred to.
    record Planned(ImportPlan plan, List<Change> changes, Map<SectionId, List<StudentId>> leaving) {}

    Planned plan(List<ImportRow> rows) {
        // What others refer to comes first, whatever its place in the file.
        rows.forEach(row -> notes.tried(row, () -> thing(row)));
        Map<SectionId, Set<StudentId>> named = new HashMap<>();
        rows.forEach(row -> notes.tried(row, () -> relation(row, named)));
        rows.forEach(row -> notes.tried(row, () -> whole(row, named)));
        List<Change> all = new ArrayList<>(changes.values());
        joining.forEach((section, who) -> all.add(new Change.Enrol(section, who)));
        all.addAll(catalogue.taught());
        all.addAll(calendar.changes());
        return new Planned(notes.plan(), all, leaving);
    }

    private void thing(ImportRow row) {
        switch (row) {
            case ImportRow.StudentRow student -> student(student);
            case ImportRow.RoomRow room -> room(room);
            case ImportRow.SectionRow section -> section(section);
            case ImportRow.DepartmentRow department -> catalogue.department(department);
            case ImportRow.TermRow term -> catalogue.term(term);
            case ImportRow.CourseRow course -> catalogue.course(course);
            case ImportRow.LecturerRow lecturer -> catalogue.lecturer(lecturer);
            case ImportRow.HolidayRow holiday -> calendar.holiday(holiday);
            case ImportRow.BadRow bad -> notes.refuse(bad.origin(), bad.why(), bad.subject());
            case ImportRow.EnrolmentRow _,
                    ImportRow.WholeRosterRow _,
                    ImportRow.TeachesRow _,
                    ImportRow.AccountRow _,
                    ImportRow.WeeklyRow _,
                    ImportRow.ClassRow _ -> {
                // later: they refer to the others
            }
        }
    }

    private void relation(ImportRow row, Map<SectionId, Set<StudentId>> named) {
        switch (row) {
            case ImportRow.EnrolmentRow enrolment -> enrol(enrolment, named);
            case ImportRow.TeachesRow teaches -> teaches(teaches);
            case ImportRow.AccountRow account -> account(account);
            case ImportRow.WeeklyRow weekly -> calendar.weekly(weekly);
            case ImportRow.ClassRow one -> calendar.one(one);
            default -> {
                // done before, or comes last
            }
        }
    }

    private void whole(ImportRow row, Map<SectionId, Set<StudentId>> named) {
        if (!(row instanceof ImportRow.WholeRosterRow whole)) {
            return;
        }
        Section section = sections.get(sectionKey(whole.section(), whole.term()));
        if (section == null) {
            return;
        }
        Set<StudentId> stay = named.getOrDefault(section.id(), Set.of());
        Set<StudentId> there = enrolled.getOrDefault(section.id(), Set.of());
        Map<StudentId, String> byId = new HashMap<>();
        students.values().forEach(student -> byId.put(student.id(), student.number()));
        there.stream()
                .filter(student -> !stay.contains(student))
                .sorted(Comparator.comparing(student -> byId.getOrDefault(student, "")))
                .forEach(student -> {
                    leaving.computeIfAbsent(section.id(), _ -> new ArrayList<>())
                            .add(student);
                    notes.note(
                            "enrolments",
                            PlanNotes.REMOVED,
                            row.origin(),
                            "enrolment-removed",
                            whole.section() + " " + byId.getOrDefault(student, ""));
                });
    }

    private static String key(String code, @Nullable TermId term) {
        return code + "\n" + (term == null ? "" : term);
    }

    /// Under which a section stands: that of the term, or the one that has no term yet.
    private String sectionKey(String code, @Nullable String term) {
        if (term == null) {
            return code;
        }
        String own = key(code, catalogue.termId(term).orElse(null));
        String without = key(code, null);
        return sections.containsKey(own) || !sections.containsKey(without) ? own : without;
    }

    /// By code, by the code at the beginning, or by a title that only one has.
    private Optional<Section> sectionOf(String subject) {
        String first = subject.strip().split("[\\s:,]+", 2)[0];
        Section byCode = sections.getOrDefault(subject.strip(), sections.get(first));
        if (byCode != null) {
            return Optional.of(byCode);
        }
        List<Section> titled = sections.values().stream()
                .filter(section -> section.title().equals(subject.strip()))
                .distinct()
                .toList();
        return titled.size() == 1 ? Optional.of(titled.getFirst()) : Optional.empty();
    }

    private void account(ImportRow.AccountRow row) {
        Student student = students.get(row.name().strip());
        catalogue.account(row, student == null ? null : student.id());
    }

    private void teaches(ImportRow.TeachesRow row) {
        Section section = sections.get(sectionKey(row.section(), row.term()));
        if (section == null) {
            notes.refuse(row.origin(), "section-unknown", row.section());
        } else {
            catalogue.teaches(row, section.id());
        }
    }

    private void student(ImportRow.StudentRow row) {
        if (numbers.read(row.number()).isEmpty()) {
            notes.refuse(row.origin(), "number-malformed", row.number());
            return;
        }
        Student old = students.get(row.number());
        String given = row.name();
        if (old == null && (given == null || given.isBlank())) {
            notes.refuse(row.origin(), "name-needed", row.number());
            return;
        }
        String name =
                given == null || given.isBlank() ? Objects.requireNonNull(old).name() : Names.required(given);
        boolean active = row.active() == null ? old == null || old.active() : row.active();
        Student next = new Student(old == null ? ids.student() : old.id(), row.number(), name, active);
        if (!next.equals(old)) {
            students.put(next.number(), next);
            changes.put("student " + next.number(), new Change.SaveStudent(next));
        }
        String shown = row.number() + "\t" + name;
        if (old != null && old.active() && !active) {
            notes.note("students", PlanNotes.CHANGED, row.origin(), "student-deactivated", shown);
        } else {
            notes.count("students", row.origin(), "student", shown, active ? "active" : "inactive", old, next);
        }
    }

    private void room(ImportRow.RoomRow row) {
        String code = row.tagCode();
        String tag = code == null ? null : tags.tagName(code).orElse(null);
        if (code != null && tag == null) {
            notes.refuse(row.origin(), "tag-unreadable", row.name());
            return;
        }
        String name = row.name().isBlank() && tag != null ? tag : Names.required(row.name());
        Room old = rooms.get(name);
        Room next = new Room(
                old == null ? ids.room() : old.id(),
                name,
                row.building() == null ? (old == null ? "" : old.building()) : Names.optional(row.building()),
                row.floor() == null ? (old == null ? "" : old.floor()) : Names.optional(row.floor()),
                tag == null && old != null ? old.tag() : tag,
                old == null ? null : old.nameEn(),
                old == null ? null : old.buildingId());
        if (!next.equals(old)) {
            rooms.put(name, next);
            String digest = code == null
                    ? null
                    : RoomTagDigest.ofTag(code).orElseThrow().hex();
            changes.put("room " + name, new Change.SaveRoom(next, digest));
        }
        String detail = Stream.of(name, next.building(), next.floor(), tag == null ? "" : tag)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("\t"));
        notes.count("rooms", row.origin(), "room", detail, old, next);
    }

    private void section(ImportRow.SectionRow row) {
        String key = sectionKey(row.code(), row.term());
        Section old = sections.get(key);
        String given = row.title();
        if (old == null && (given == null || given.isBlank())) {
            notes.refuse(row.origin(), "title-needed", row.code());
            return;
        }
        String title =
                given == null || given.isBlank() ? Objects.requireNonNull(old).title() : Names.required(given);
        CourseId course = row.course() == null
                ? old == null ? null : old.course()
                : catalogue.courseId(row.course()).orElse(null);
        TermId term = row.term() == null
                ? old == null ? null : old.term()
                : catalogue.termId(row.term()).orElse(null);
        if ((row.course() != null && course == null) || (row.term() != null && term == null)) {
            notes.refuse(row.origin(), course == null && row.course() != null ? "course-unknown" : "term-unknown", key);
            return;
        }
        Section next = new Section(
                old == null ? ids.section() : old.id(),
                old == null ? Names.required(row.code()) : old.code(),
                title,
                old == null ? null : old.titleEn(),
                course,
                term);
        if (!next.equals(old)) {
            sections.remove(key);
            sections.put(row.term() == null ? key : key(row.code(), term), next);
            sections.put(row.code(), next);
            changes.put("section " + next.id(), new Change.SaveSection(next));
        }
        String detail = row.code() + "\t" + title
                + (row.course() == null ? "" : "\t" + row.course())
                + (row.term() == null ? "" : "\t" + row.term());
        notes.count("sections", row.origin(), "section", detail, old, next);
    }

    private void enrol(ImportRow.EnrolmentRow row, Map<SectionId, Set<StudentId>> named) {
        Section section = sections.get(sectionKey(row.section(), row.term()));
        Student student = students.get(row.number());
        if (section == null || student == null) {
            notes.refuse(
                    row.origin(),
                    section == null ? "section-unknown" : "student-unknown",
                    section == null ? row.section() : row.number());
            return;
        }
        Set<StudentId> there = enrolled.computeIfAbsent(section.id(), _ -> new HashSet<>());
        String subject = row.section() + " " + row.number();
        if (row.out()) {
            boolean gone = there.remove(student.id());
            if (gone) {
                leaving.computeIfAbsent(section.id(), _ -> new ArrayList<>()).add(student.id());
            }
            int kind = gone ? PlanNotes.REMOVED : PlanNotes.UNCHANGED;
            notes.note("enrolments", kind, row.origin(), "enrolment-removed", subject);
        } else {
            named.computeIfAbsent(section.id(), _ -> new HashSet<>()).add(student.id());
            boolean fresh = there.add(student.id());
            if (fresh) {
                joining.computeIfAbsent(section.id(), _ -> new ArrayList<>()).add(student.id());
            }
            int kind = fresh ? PlanNotes.ADDED : PlanNotes.UNCHANGED;
            notes.note("enrolments", kind, row.origin(), "enrolment-added", subject);
        }
    }
}
