package org.seatside.storage;

import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Section;
import org.seatside.service.export.AttendanceRow;
import org.seatside.service.export.ClassSheet;
import org.seatside.service.export.ExportStore;

/// Long lists, read from the view in parts.
final class H2ExportStore implements ExportStore {
    private final Reads reads;

    H2ExportStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Iterator<List<CheckInEvent>> events(ExportFilter filter) {
        return new EventParts(reads, filter);
    }

    @Override
    public Iterator<List<AttendanceRow>> attendance(ExportFilter filter) {
        return new AttendanceParts(reads, filter);
    }

    @Override
    public Optional<ClassSheet> sheet(SectionId section) {
        return reads.read(view -> view.inOneState(
                () -> view.first("select " + Rows.SECTION + " from section where id = ?", Rows::section, section)
                        .map(found -> sheet(view, found))));
    }

    private static ClassSheet sheet(Statements view, Section section) {
        Map<StudentId, Map<MeetingId, AttendanceStatus>> records = new HashMap<>();
        view.list(
                "select a.student, a.meeting, a.status from attendance a join meeting m on m.id = a.meeting"
                        + " where m.section = ?",
                row -> records.computeIfAbsent(new StudentId(Rows.uuid(row, "student")), _ -> new HashMap<>())
                        .put(
                                new MeetingId(Rows.uuid(row, "meeting")),
                                AttendanceStatus.valueOf(Rows.text(row, "status"))),
                section.id());
        Map<MeetingId, String> rooms = new HashMap<>();
        view.list(
                "select m.id, r.name from meeting m join room r on r.id = m.room where m.section = ?",
                row -> rooms.put(new MeetingId(Rows.uuid(row, "id")), Rows.text(row, "name")),
                section.id());
        return new ClassSheet(
                section,
                view.list(
                        "select id, number, name, active from student where id in (select student from enrolment"
                                + " where section = ?) or id in (select a.student from attendance a"
                                + " join meeting m on m.id = a.meeting where m.section = ?) order by number",
                        Rows::student,
                        section.id(),
                        section.id()),
                view.list(
                        "select " + Rows.MEETING + " from meeting"
                                + " where section = ? and cancelled is null order by starts_at, id",
                        Rows::meeting,
                        section.id()),
                records,
                rooms);
    }
}
