package org.seatside.storage;

import java.util.List;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.SectionId;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;
import org.seatside.service.own.OwnStore;

/// What is somebody's own, read from the view.
final class H2OwnStore implements OwnStore {
    private final Reads reads;

    H2OwnStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public List<Section> sections(AccountId account) {
        return reads.read(view -> view.list(
                "select " + Rows.SECTION + " from section where id in (select t.section from section_lecturer t"
                        + " join lecturer l on l.id = t.lecturer where l.account = ?) order by code, id",
                Rows::section,
                account));
    }

    @Override
    public List<Student> students(SectionId section) {
        return reads.read(view -> view.list(
                "select " + Rows.STUDENT + " from student where id in"
                        + " (select student from enrolment where section = ?) order by number",
                Rows::student,
                section));
    }
}
