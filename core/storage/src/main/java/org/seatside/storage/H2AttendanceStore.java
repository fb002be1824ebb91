package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;
import org.seatside.service.attendance.AttendanceStore;

/// What was recorded, read from the view.
final class H2AttendanceStore implements AttendanceStore {
    static final String EVENTS = """
            select c.id, c.place, c.outcome, c.effective_at, c.received_at, c.how, c.kiosk, k.name as kiosk_name,
              c.room, r.name as room_name, x.title as meeting_title, c.student, s.number as student_number,
              s.name as student_name, u.state as upstream_state, c.provisional
            from check_in c
              left join kiosk k on k.id = c.kiosk
              left join room r on r.id = c.room
              left join meeting m on m.id = c.meeting
              left join section x on x.id = m.section
              left join student s on s.id = c.student
              left join upstream u on u.check_in = c.id
            """;

    private final Reads reads;

    H2AttendanceStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Attendance> attendance(AttendanceId id) {
        return reads.read(view ->
                view.first("select " + Rows.ATTENDANCE + " from attendance where id = ?", Rows::attendance, id));
    }

    @Override
    public List<Attendance> attendance(
            @Nullable StudentId student, @Nullable MeetingId meeting, Instant from, Instant until, int limit) {
        StringBuilder sql =
                new StringBuilder("select " + Rows.ATTENDANCE + " from attendance where at >= ? and at < ?");
        List<Object> values = new ArrayList<>(List.of(from, until));
        if (student != null) {
            sql.append(" and student = ?");
            values.add(student);
        }
        if (meeting != null) {
            sql.append(" and meeting = ?");
            values.add(meeting);
        }
        sql.append(" order by at desc, id fetch first ? rows only");
        values.add(limit);
        return reads.read(view -> view.list(sql.toString(), Rows::attendance, values.toArray()));
    }

    @Override
    public List<CheckInEvent> eventsBefore(long before, int limit) {
        return reads.read(view -> view.list(
                EVENTS + "where c.place < ? and c.place >= coalesce(("
                        + "select min(place) / 65536 * 65536 from (select place from check_in where place < ?"
                        + " order by place desc fetch first ? rows only) page), 0)"
                        + " order by c.place desc",
                H2AttendanceStore::event,
                CheckInRows.place(before),
                CheckInRows.place(before),
                limit));
    }

    @Override
    public Page<CheckInEvent> eventsBefore(long before, ExportFilter filter, int limit) {
        return EventSearch.before(reads, filter, before, limit);
    }

    @Override
    public List<CheckInEvent> eventsAfter(long after, int limit) {
        return reads.read(view -> view.list(
                EVENTS + "where c.place >= ? and c.place < coalesce(("
                        + "select (max(place) / 65536 + 1) * 65536 from (select place from check_in where place >= ?"
                        + " order by place fetch first ? rows only) page), 0)"
                        + " order by c.place",
                H2AttendanceStore::event,
                CheckInRows.place(after + 1),
                CheckInRows.place(after + 1),
                limit));
    }

    @Override
    public long highWater(KioskId kiosk, long epoch) {
        return reads.settled(view -> view.first(
                        "select high_water from kiosk_epoch where kiosk = ? and epoch = ?",
                        row -> row.getLong("high_water"),
                        kiosk,
                        epoch))
                .orElse(0L);
    }

    @Override
    public long contiguous(KioskId kiosk, long epoch) {
        return reads.settled(view -> view.first(
                        "select contiguous from kiosk_epoch where kiosk = ? and epoch = ?",
                        row -> row.getLong("contiguous"),
                        kiosk,
                        epoch))
                .orElse(0L);
    }

    static CheckInEvent event(ResultSet row) throws SQLException {
        String upstream = row.getString("upstream_state");
        return new CheckInEvent(
                CheckInRows.index(row.getLong("place")),
                new CheckInId(Rows.uuid(row, "id")),
                Rows.text(row, "outcome"),
                Rows.instant(row, "effective_at"),
                Rows.instant(row, "received_at"),
                Identification.valueOf(Rows.text(row, "how")),
                new KioskId(Rows.uuid(row, "kiosk")),
                Objects.requireNonNullElse(row.getString("kiosk_name"), ""),
                Rows.roomOrNull(row, "room"),
                row.getString("room_name"),
                row.getString("meeting_title"),
                Rows.studentOrNull(row, "student"),
                row.getString("student_number"),
                row.getString("student_name"),
                upstream == null ? UpstreamState.NONE : UpstreamState.valueOf(upstream),
                row.getBoolean("provisional"));
    }
}
