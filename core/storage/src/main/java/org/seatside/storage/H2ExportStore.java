package org.seatside.storage;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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
import org.seatside.service.export.SummaryBy;

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
    public List<SummaryPart> summary(SummaryBy by, ExportFilter filter) {
        String of = switch (by) {
            case STUDENTS -> "s.number as code, s.name as name";
            case SECTIONS -> "x.code as code, x.title as name";
            case DEPARTMENTS -> "coalesce(d.code, '') as code, coalesce(d.name, '') as name";
        };
        String from = " from attendance a join student s on s.id = a.student"
                + (by == SummaryBy.STUDENTS ? " left" : "") + " join meeting m on m.id = a.meeting"
                + (by == SummaryBy.STUDENTS ? " left" : "") + " join section x on x.id = m.section"
                + (by == SummaryBy.DEPARTMENTS
                        ? " left join course c on c.id = x.course left join department d on d.id = c.department"
                        : "");
        List<Object> values = new ArrayList<>();
        StringBuilder where = new StringBuilder(" where a.status <> 'VOID'");
        condition(where, values, " and a.at >= ?", filter.from());
        condition(where, values, " and a.at < ?", filter.until());
        condition(where, values, " and a.student = ?", filter.student());
        condition(where, values, " and x.id = ?", filter.section());
        String grouped = "select " + of + ", a.status as status, a.student as student, count(*) as n" + from + where
                + " group by 1, 2, 3, 4";
        return reads.read(view -> {
            Map<String, Long> students = new HashMap<>();
            view.visit(
                    "select code, count(distinct student) as n from (" + grouped + ") group by code",
                    row -> students.put(Rows.text(row, "code"), row.getLong("n")),
                    values.toArray());
            return view.list(
                    "select code, name, status, sum(n) as n from (" + grouped
                            + ") group by code, name, status order by code, name, status",
                    row -> new SummaryPart(
                            Rows.text(row, "code"),
                            Rows.text(row, "name"),
                            students.getOrDefault(Rows.text(row, "code"), 0L),
                            AttendanceStatus.valueOf(Rows.text(row, "status")),
                            row.getLong("n")),
                    values.toArray());
        });
    }

    private static void condition(StringBuilder where, List<Object> values, String sql, @Nullable Object value) {
        if (value != null) {
            where.append(sql);
            values.add(value);
        }
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
