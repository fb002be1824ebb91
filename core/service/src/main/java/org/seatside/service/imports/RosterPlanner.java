package org.seatside.service.imports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.Ids;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.payload.RoomTagDigest;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.service.Names;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.roster.RoomResolver;

/// Compares what a file says with what there is. One file, one thread.
final class RosterPlanner {
    private static final int SHOWN = 200;

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
    private final Map<String, int[]> counts = new TreeMap<>();
    private final MessageDigest digest = sha256();
    private final List<ImportPlan.Line> shown = new ArrayList<>();
    private final List<ImportPlan.Line> refused = new ArrayList<>();

    RosterPlanner(Roster roster, StudentNumberFormat numbers, RoomResolver tags, Ids ids) {
        this.numbers = numbers;
        this.tags = tags;
        this.ids = ids;
        roster.students().forEach(student -> students.put(student.number(), student));
        roster.rooms().forEach(room -> rooms.put(room.name(), room));
        roster.sections().forEach(section -> sections.putIfAbsent(section.code(), section));
        roster.enrolled().forEach((section, who) -> enrolled.put(section, new HashSet<>(who)));
    }

    /// What is to be changed, in an order in which everything is there before it is referred to.
    record Planned(ImportPlan plan, List<Change> changes, Map<SectionId, List<StudentId>> leaving) {}

    Planned plan(List<ImportRow> rows) {
        // What others refer to comes first, whatever its place in the file.
        rows.forEach(row -> tried(row, () -> thing(row)));
        for (ImportRow row : rows) {
            if (row instanceof ImportRow.EnrolmentRow enrolment) {
                tried(row, () -> enrol(enrolment));
            }
        }
        List<Change> all = new ArrayList<>(changes.values());
        joining.forEach((section, who) -> all.add(new Change.Enrol(section, who)));
        Map<String, ImportPlan.Counts> counted = new TreeMap<>();
        counts.forEach((topic, n) -> counted.put(topic, new ImportPlan.Counts(n[0], n[1], n[2], n[3])));
        String hash = HexFormat.of().formatHex(digest.digest());
        return new Planned(new ImportPlan(hash, counted, shown, refused), all, leaving);
    }

    private void thing(ImportRow row) {
        switch (row) {
            case ImportRow.StudentRow student -> student(student);
            case ImportRow.RoomRow room -> room(room);
            case ImportRow.SectionRow section -> section(section);
            case ImportRow.BadRow bad -> refuse(bad.origin(), bad.why(), bad.subject());
            case ImportRow.EnrolmentRow _ -> {
                // in the second round
            }
        }
    }

    private void tried(ImportRow row, Runnable work) {
        try {
            work.run();
        } catch (RefusedException e) {
            refuse(row.origin(), e.code(), "");
        }
    }

    private void student(ImportRow.StudentRow row) {
        if (numbers.read(row.number()).isEmpty()) {
            refuse(row.origin(), "number-malformed", row.number());
            return;
        }
        Student old = students.get(row.number());
        String given = row.name();
        if (old == null && (given == null || given.isBlank())) {
            refuse(row.origin(), "name-needed", row.number());
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
        count("students", row.origin(), "student", row.number() + "\t" + name + "\t" + active, old, next);
    }

    private void room(ImportRow.RoomRow row) {
        String code = row.tagCode();
        String tag = code == null ? null : tags.tagName(code).orElse(null);
        if (code != null && tag == null) {
            refuse(row.origin(), "tag-unreadable", row.name());
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
        String detail = name + "\t" + next.building() + "\t" + next.floor() + "\t" + tag;
        count("rooms", row.origin(), "room", detail, old, next);
    }

    private void section(ImportRow.SectionRow row) {
        Section old = sections.get(row.code());
        String given = row.title();
        if (old == null && (given == null || given.isBlank())) {
            refuse(row.origin(), "title-needed", row.code());
            return;
        }
        String title =
                given == null || given.isBlank() ? Objects.requireNonNull(old).title() : Names.required(given);
        Section next = old == null
                ? new Section(ids.section(), Names.required(row.code()), title)
                : new Section(old.id(), old.code(), title, old.titleEn(), old.course(), old.term());
        if (!next.equals(old)) {
            sections.put(row.code(), next);
            changes.put("section " + row.code(), new Change.SaveSection(next));
        }
        count("sections", row.origin(), "section", row.code() + "\t" + title, old, next);
    }

    private void enrol(ImportRow.EnrolmentRow row) {
        Section section = sections.get(row.section());
        Student student = students.get(row.number());
        if (section == null || student == null) {
            refuse(
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
            note("enrolments", gone ? 2 : 3, row.origin(), "enrolment-removed", subject);
        } else {
            boolean fresh = there.add(student.id());
            if (fresh) {
                joining.computeIfAbsent(section.id(), _ -> new ArrayList<>()).add(student.id());
            }
            note("enrolments", fresh ? 0 : 3, row.origin(), "enrolment-added", subject);
        }
    }

    private void count(
            String topic, ImportRow.Origin origin, String one, String subject, @Nullable Object old, Object next) {
        int kind = old == null ? 0 : old.equals(next) ? 3 : 1;
        note(topic, kind, origin, one + (kind == 0 ? "-added" : "-changed"), subject);
    }

    private void note(String topic, int kind, ImportRow.Origin origin, String what, String subject) {
        counts.computeIfAbsent(topic, _ -> new int[4])[kind]++;
        if (kind != 3) {
            digest.update((what + "\n" + subject + "\n").getBytes(StandardCharsets.UTF_8));
            if (shown.size() < SHOWN) {
                shown.add(new ImportPlan.Line(origin.file(), origin.line(), what, subject.replace('\t', ' ')));
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void refuse(ImportRow.Origin origin, String why, String subject) {
        if (refused.size() < SHOWN) {
            refused.add(new ImportPlan.Line(origin.file(), origin.line(), why, subject));
        }
    }
}
