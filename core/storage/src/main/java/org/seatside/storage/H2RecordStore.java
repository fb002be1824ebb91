package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.api.Page;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.Evidence;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Revision;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.service.attendance.RecordStore;

/// Records as lists, sheets and counts show them, read from the view.
final class H2RecordStore implements RecordStore {
    private static final String OF =
            "a.id, a.student, a.room, a.meeting, a.status, a.at, a.revision, a.check_in," + " a.mark, a.by_staff";
    private static final String HISTORY = "select " + OF + ", r.name as room_name, m.section, x.title, a.how, a.kiosk,"
            + " a.received_at from attendance a left join room r on r.id = a.room left join meeting m on m.id = a.meeting"
            + " left join section x on x.id = m.section where a.student = ?";
    private static final String REVISIONS = """
            select r.revision, r.status, r.mark, r.at, r.written_at, r.actor, r.reason, b.batch
            from (select attendance, revision, status, mark, at, written_at, actor, reason
                from attendance_revision where attendance = ?
              union all select id, revision, status, mark, at, written_at, actor, reason
                from attendance where id = ?) r
              left join correction_batch b on b.attendance = r.attendance and b.revision = r.revision
            order by r.revision""";
    private static final String ENDED = """
            select m.id, m.section, m.room, m.opens_at, m.starts_at, m.late_after, m.closes_at, m.ends_at, m.on_day,
              m.pattern, m.own_window, m.cancelled,
              exists (select 1 from attendance a where a.meeting = m.id and a.check_in is not null) as anybody
            from meeting m
            where m.ends_at > ? and m.ends_at < ? and m.closes_at < ? and m.cancelled is null
              and (m.pattern is null or not exists (select 1 from holiday h where h.on_day = m.on_day))
              and not exists (select 1 from meeting_closing c where c.meeting = m.id)
              and exists (select 1 from enrolment e where e.section = m.section)
            order by m.ends_at, m.id fetch first ? rows only""";

    private final Reads reads;

    H2RecordStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<AttendanceDetail> detail(AttendanceId id) {
        return reads.read(view -> {
            Optional<Attendance> found =
                    view.first("select " + Rows.ATTENDANCE + " from attendance where id = ?", Rows::attendance, id);
            if (found.isEmpty()) {
                return Optional.empty();
            }
            List<Revision> revisions = view.list(REVISIONS, H2RecordStore::revision, id, id);
            CheckInId checkIn = found.get().checkIn();
            Evidence evidence = checkIn == null ? null : evidence(view, checkIn).orElse(null);
            return Optional.of(new AttendanceDetail(found.get(), revisions, evidence));
        });
    }

    private static Revision revision(ResultSet row) throws SQLException {
        return new Revision(
                row.getInt("revision"),
                AttendanceStatus.valueOf(Rows.text(row, "status")),
                row.getString("mark"),
                Rows.instantOrNull(row, "at"),
                Rows.instant(row, "written_at"),
                Rows.text(row, "actor"),
                row.getString("reason"),
                Rows.uuidOrNull(row, "batch"));
    }

    private static Optional<Evidence> evidence(Statements view, CheckInId id) {
        return view.first(
                "select id, kiosk, how, wall, offset_millis, uncertainty_millis, received_at, effective_at, provisional,"
                        + " place from check_in where id = ?",
                row -> new Evidence(
                        id,
                        new KioskId(Rows.uuid(row, "kiosk")),
                        Identification.valueOf(Rows.text(row, "how")),
                        Rows.instant(row, "wall"),
                        row.getObject("offset_millis", Long.class),
                        row.getObject("uncertainty_millis", Long.class),
                        Rows.instant(row, "received_at"),
                        Rows.instant(row, "effective_at"),
                        row.getBoolean("provisional"),
                        CheckInRows.index(row.getLong("place"))),
                id);
    }

    /// Goes on behind a record by its time and id, in the order of the index by student and time.
    @Override
    public Page<HistoryEntry> history(StudentId student, @Nullable String after, int limit) {
        List<HistoryEntry> found = reads.read(view -> {
            List<Object> values = new ArrayList<>(List.of(student));
            String where = "";
            if (after != null) {
                UUID last = UUID.fromString(after);
                Instant at = view.first("select at from attendance where id = ?", row -> Rows.instant(row, "at"), last)
                        .orElse(Instant.EPOCH);
                where = " and a.at <= ? and (a.at < ? or a.id > ?)";
                values.addAll(List.of(at, at, last));
            }
            values.add(limit + 1);
            return view.list(
                    HISTORY + where + " order by a.at desc, a.id fetch first ? rows only",
                    H2RecordStore::entry,
                    values.toArray());
        });
        if (found.size() <= limit) {
            return new Page<>(List.copyOf(found), null);
        }
        List<HistoryEntry> items = List.copyOf(found.subList(0, limit));
        return new Page<>(items, items.getLast().attendance().id().toString());
    }

    private static HistoryEntry entry(ResultSet row) throws SQLException {
        String how = row.getString("how");
        String room = row.getString("room_name");
        return new HistoryEntry(
                Rows.attendance(row),
                room == null ? "" : room,
                Rows.idOrNull(row, "section", SectionId::new),
                row.getString("title"),
                how == null ? null : Identification.valueOf(how),
                Rows.idOrNull(row, "kiosk", KioskId::new),
                Rows.instantOrNull(row, "received_at"));
    }

    @Override
    public Optional<Attendance> attendance(StudentId student, MeetingId meeting) {
        return reads.read(view -> view.first(
                "select " + Rows.ATTENDANCE + " from attendance where meeting = ? and student = ?",
                Rows::attendance,
                meeting,
                student));
    }

    @Override
    public List<Attendance> ofSection(SectionId section, Instant from, Instant until) {
        return reads.read(view -> view.list(
                "select " + OF + " from meeting m join attendance a on a.meeting = m.id"
                        + " where m.section = ? and m.starts_at >= ? and m.starts_at < ?",
                Rows::attendance,
                section,
                from,
                until));
    }

    @Override
    public List<Attendance> ofBatch(UUID batch) {
        return reads.read(view -> H2RecordState.ofBatch(view, batch));
    }

    @Override
    public List<StatusMark> marks() {
        return reads.read(view -> view.list(
                "select code, name, name_en, kind, points, counted from status_mark order by code",
                row -> new StatusMark(
                        Rows.text(row, "code"),
                        Rows.text(row, "name"),
                        row.getString("name_en"),
                        AttendanceStatus.valueOf(Rows.text(row, "kind")),
                        row.getInt("points"),
                        row.getBoolean("counted"))));
    }

    @Override
    public Statistics statistics(LocalDate from, LocalDate until) {
        return reads.settled(view -> new Statistics(
                view.list(
                        "select on_day, on_hour, nullif(room, cast('00000000-0000-0000-0000-000000000000' as uuid))"
                                + " as room, how, outcome, n from check_in_count where on_day >= ? and on_day <= ?"
                                + " order by on_day, on_hour, room, how, outcome",
                        row -> new Statistics.CheckIns(
                                Rows.date(row, "on_day"),
                                row.getInt("on_hour"),
                                Rows.roomOrNull(row, "room"),
                                Identification.valueOf(Rows.text(row, "how")),
                                Rows.text(row, "outcome"),
                                row.getLong("n")),
                        from,
                        until),
                view.list(
                        "select on_day, room, status, n from record_count where on_day >= ? and on_day <= ? and n > 0"
                                + " order by on_day, room, status",
                        row -> new Statistics.Records(
                                Rows.date(row, "on_day"),
                                new RoomId(Rows.uuid(row, "room")),
                                AttendanceStatus.valueOf(Rows.text(row, "status")),
                                row.getLong("n")),
                        from,
                        until),
                view.list(
                        "select on_day, state, n from upstream_count where on_day >= ? and on_day <= ? and n > 0"
                                + " order by on_day, state",
                        row -> new Statistics.Upstream(
                                Rows.date(row, "on_day"),
                                UpstreamState.valueOf(Rows.text(row, "state")),
                                row.getLong("n")),
                        from,
                        until)));
    }

    @Override
    public List<Ended> ended(Instant from, Instant until, int limit) {
        return reads.read(view -> view.list(
                ENDED, row -> new Ended(Rows.meeting(row), row.getBoolean("anybody")), from, until, until, limit));
    }

    @Override
    public List<SectionId> metBetween(Instant from, Instant until) {
        return reads.read(view -> view.list(
                "select distinct section from meeting where ends_at > ? and ends_at <= ? and cancelled is null"
                        + " order by section",
                row -> new SectionId(Rows.uuid(row, "section")),
                from,
                until));
    }

    @Override
    public List<Earned> earned(SectionId section, Instant from, Instant until, LocalDate day) {
        return reads.read(view -> view.list(
                "select a.student, a.status, a.mark, count(*) as n from meeting m join attendance a on a.meeting = m.id"
                        + " where m.section = ? and m.starts_at >= ? and m.starts_at < ? and exists (select 1"
                        + " from enrolment e where e.student = a.student and e.section = m.section and e.from_day <= ?"
                        + " and (e.until_day is null or e.until_day >= ?))"
                        + " group by a.student, a.status, a.mark order by a.student, a.status, a.mark",
                row -> new Earned(
                        new StudentId(Rows.uuid(row, "student")),
                        AttendanceStatus.valueOf(Rows.text(row, "status")),
                        row.getString("mark"),
                        row.getInt("n")),
                section,
                from,
                until,
                day,
                day));
    }

    @Override
    public List<LowAttendance> low(@Nullable SectionId section, @Nullable StudentId student) {
        String select = "select s.id, s.number, s.name, s.active, l.section, x.title, l.percent, l.below, l.meetings,"
                + " l.on_day, l.state from low_attendance l join student s on s.id = l.student"
                + " join section x on x.id = l.section";
        String order = " order by l.percent, s.number, l.section";
        return reads.read(view -> section == null && student == null
                ? view.list(select + order, H2RecordStore::low)
                : view.list(
                        select + (section == null ? " where l.student = ?" : " where l.section = ?") + order,
                        H2RecordStore::low,
                        section == null ? student : section));
    }

    private static LowAttendance low(ResultSet row) throws SQLException {
        return new LowAttendance(
                Rows.student(row),
                new SectionId(Rows.uuid(row, "section")),
                Rows.text(row, "title"),
                row.getInt("percent"),
                row.getInt("below"),
                row.getInt("meetings"),
                Rows.date(row, "on_day"),
                LowAttendance.State.valueOf(Rows.text(row, "state")));
    }

    @Override
    public Map<StudentId, Integer> posted(SectionId section) {
        return reads.read(view -> {
            Map<StudentId, Integer> posted = new HashMap<>();
            view.visit(
                    "select student, percent from lms_score where section = ?",
                    row -> posted.put(new StudentId(Rows.uuid(row, "student")), row.getInt("percent")),
                    section);
            return posted;
        });
    }
}
