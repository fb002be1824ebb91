package org.seatside.storage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.service.imports.ImportStore;
import org.seatside.service.imports.Roster;

/// What imports are compared with, read from the view.
final class H2ImportStore implements ImportStore {
    private final Reads reads;

    H2ImportStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Roster roster(LocalDate day) {
        return reads.read(view -> view.inOneState(() -> {
            Map<SectionId, Set<StudentId>> enrolled = new HashMap<>();
            view.visit(
                    "select section, student from enrolment where until_day is null or until_day >= ?",
                    row -> enrolled.computeIfAbsent(new SectionId(Rows.uuid(row, "section")), _ -> new HashSet<>())
                            .add(new StudentId(Rows.uuid(row, "student"))),
                    day);
            Map<SectionId, List<LecturerId>> taught = new HashMap<>();
            view.visit(
                    "select section, lecturer from section_lecturer order by section, ordinal",
                    row -> taught.computeIfAbsent(new SectionId(Rows.uuid(row, "section")), _ -> new ArrayList<>())
                            .add(new LecturerId(Rows.uuid(row, "lecturer"))));
            return new Roster(
                    view.list("select " + Rows.STUDENT + " from student", Rows::student),
                    view.list("select " + Rows.ROOM + " from room", Rows::room),
                    view.list("select " + Rows.SECTION + " from section order by code, id", Rows::section),
                    enrolled,
                    view.list(
                            "select " + H2TimetableStore.DEPARTMENTS + " from department",
                            H2TimetableStore::department),
                    view.list("select " + H2TimetableStore.TERMS + " from term", H2TimetableStore::term),
                    view.list("select " + Rows.COURSE + " from course", Rows::course),
                    view.list("select " + Rows.LECTURER + " from lecturer", Rows::lecturer),
                    taught,
                    view.list("select name from account", row -> Rows.text(row, "name")));
        }));
    }
}
