package org.seatside.storage;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
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
            return new Roster(
                    view.list("select " + Rows.STUDENT + " from student", Rows::student),
                    view.list("select " + Rows.ROOM + " from room", Rows::room),
                    view.list("select " + Rows.SECTION + " from section order by code, id", Rows::section),
                    enrolled);
        }));
    }
}
