package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.Change;
import org.seatside.service.log.RecordChange;
import org.seatside.service.log.RecordState;

/// Writes of records and of their counts on the writer's connection.
final class H2RecordState implements RecordState {
    private static final UUID NOWHERE = new UUID(0, 0);
    private static final String MISSING = """
            select distinct e.student
            from enrolment e join student s on s.id = e.student join meeting m on m.id = ?
            where e.section = m.section and e.from_day <= ? and (e.until_day is null or e.until_day >= ?)
              and (s.active or exists (
                select 1 from student_inactive i where i.student = s.id and i.since > m.starts_at))
              and not exists (select 1 from attendance a where a.meeting = m.id and a.student = e.student)
            order by e.student""";

    private final Statements statements;
    private final Tallies tallies;

    H2RecordState(Statements statements, Tallies tallies) {
        this.statements = statements;
        this.tallies = tallies;
    }

    @Override
    public boolean insert(Attendance attendance, LocalDate day, Written written) {
        Change.RecordCheckIn from = written.checkIn();
        int inserted = statements.update(
                "insert into attendance (" + Rows.ATTENDANCE
                        + ", on_day, written_at, actor, reason, how, kiosk, received_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                attendance.id(),
                attendance.student(),
                attendance.room(),
                attendance.meeting(),
                attendance.status(),
                attendance.at(),
                attendance.revision(),
                attendance.checkIn(),
                attendance.mark(),
                attendance.byStaff(),
                day,
                written.at(),
                written.actor(),
                written.reason(),
                from == null ? null : from.checkIn().how(),
                from == null ? null : from.checkIn().kiosk(),
                from == null ? null : from.receivedAt());
        if (inserted == 1) {
            count(day, attendance.room(), attendance.status(), 1);
        }
        return inserted == 1;
    }

    @Override
    public boolean revise(Attendance attendance, Written written, @Nullable UUID batch) {
        Optional<Counted> before = statements.first(
                "select on_day, room, status from attendance where id = ? and revision = ?",
                H2RecordState::counted,
                attendance.id(),
                attendance.revision() - 1);
        if (before.isEmpty()) {
            return false;
        }
        statements.update(
                "insert into attendance_revision (attendance, revision, status, written_at, actor, reason, at, room,"
                        + " mark, check_in, by_staff) select id, revision, status, written_at, actor, reason, at, room,"
                        + " mark, check_in, by_staff from attendance where id = ?",
                attendance.id());
        statements.update(
                "update attendance set status = ?, at = ?, revision = ?, room = ?, check_in = ?, mark = ?, by_staff = ?,"
                        + " written_at = ?, actor = ?, reason = ? where id = ?",
                attendance.status(),
                attendance.at(),
                attendance.revision(),
                attendance.room(),
                attendance.checkIn(),
                attendance.mark(),
                attendance.byStaff(),
                written.at(),
                written.actor(),
                written.reason(),
                attendance.id());
        Change.RecordCheckIn from = written.checkIn();
        if (from != null && from.checkIn().id().equals(attendance.checkIn())) {
            statements.update(
                    "update attendance set how = ?, kiosk = ?, received_at = ? where id = ?",
                    from.checkIn().how(),
                    from.checkIn().kiosk(),
                    from.receivedAt(),
                    attendance.id());
        }
        if (batch != null) {
            statements.update(
                    "insert into correction_batch (batch, attendance, revision) values (?, ?, ?) on conflict do nothing",
                    batch,
                    attendance.id(),
                    attendance.revision());
        }
        count(before.get().day(), before.get().room(), before.get().status(), -1);
        count(before.get().day(), attendance.room(), attendance.status(), 1);
        return true;
    }

    private record Counted(LocalDate day, RoomId room, AttendanceStatus status) {}

    private static Counted counted(ResultSet row) throws SQLException {
        return new Counted(
                Rows.date(row, "on_day"),
                new RoomId(Rows.uuid(row, "room")),
                AttendanceStatus.valueOf(Rows.text(row, "status")));
    }

    @Override
    public Optional<Attendance> revision(Attendance current, int revision) {
        return statements.first(
                "select status, at, room, mark, check_in, by_staff from attendance_revision"
                        + " where attendance = ? and revision = ?",
                row -> asItWas(current, row),
                current.id(),
                revision);
    }

    /// Revisions written before their times were kept had the record's own, and none by a mark.
    private static Attendance asItWas(Attendance current, ResultSet row) throws SQLException {
        Instant at = Rows.instantOrNull(row, "at");
        RoomId room = Rows.roomOrNull(row, "room");
        CheckInId checkIn = Rows.checkInOrNull(row, "check_in");
        return new Attendance(
                current.id(),
                current.student(),
                room == null ? current.room() : room,
                current.meeting(),
                AttendanceStatus.valueOf(Rows.text(row, "status")),
                at == null ? current.at() : at,
                current.revision(),
                at == null ? current.checkIn() : checkIn,
                row.getString("mark"),
                row.getBoolean("by_staff"));
    }

    @Override
    public List<Attendance> ofBatch(UUID batch) {
        return ofBatch(statements, batch);
    }

    static List<Attendance> ofBatch(Statements statements, UUID batch) {
        return statements.list(
                "select a.id, a.student, a.room, a.meeting, a.status, a.at, a.revision, a.check_in, a.mark, a.by_staff"
                        + " from correction_batch b join attendance a on a.id = b.attendance and a.revision = b.revision"
                        + " where b.batch = ? order by a.id",
                Rows::attendance,
                batch);
    }

    @Override
    public Optional<Attendance> attendance(AttendanceId id) {
        return statements.first("select " + Rows.ATTENDANCE + " from attendance where id = ?", Rows::attendance, id);
    }

    @Override
    public boolean isClosed(MeetingId meeting) {
        return statements.any("select 1 from meeting_closing where meeting = ?", meeting);
    }

    @Override
    public void close(MeetingId meeting, Instant at, int absent) {
        statements.update(
                "insert into meeting_closing (meeting, at, absent) values (?, ?, ?) on conflict do nothing",
                meeting,
                at,
                absent);
    }

    @Override
    public List<StudentId> missing(MeetingId meeting, LocalDate day) {
        return statements.list(MISSING, row -> new StudentId(Rows.uuid(row, "student")), meeting, day, day);
    }

    @Override
    public void noticeLow(RecordChange.NoticeLow notice) {
        Map<StudentId, Kept> known = new HashMap<>();
        statements.visit(
                "select student, on_day, state from low_attendance where section = ?",
                row -> known.put(
                        new StudentId(Rows.uuid(row, "student")),
                        new Kept(Rows.date(row, "on_day"), Rows.text(row, "state"))),
                notice.section());
        statements.update("delete from low_attendance where section = ?", notice.section());
        for (RecordChange.Low low : notice.low()) {
            Kept kept = known.getOrDefault(low.student(), new Kept(notice.day(), LowAttendance.State.NEW.name()));
            statements.update(
                    "insert into low_attendance (section, student, percent, below, meetings, on_day, state)"
                            + " values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
                    notice.section(),
                    low.student(),
                    low.percent(),
                    low.below(),
                    low.meetings(),
                    kept.day(),
                    kept.state());
        }
    }

    private record Kept(LocalDate day, String state) {}

    @Override
    public boolean moveLow(RecordChange.MoveLow move) {
        return statements.update(
                        "update low_attendance set state = ? where section = ? and student = ?",
                        move.state().name(),
                        move.section(),
                        move.student())
                == 1;
    }

    @Override
    public void scoresPosted(RecordChange.ScoresPosted posted) {
        for (RecordChange.Score score : posted.scores()) {
            statements.save(
                    "update lms_score set percent = ? where section = ? and student = ?",
                    "insert into lms_score (percent, section, student) values (?, ?, ?) on conflict do nothing",
                    score.percent(),
                    posted.section(),
                    score.student());
        }
    }

    @Override
    public void saveMark(StatusMark mark) {
        boolean saved = statements.save(
                "update status_mark set name = ?, name_en = ?, kind = ?, points = ?, counted = ? where code = ?",
                "insert into status_mark (name, name_en, kind, points, counted, code) values (?, ?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                mark.name(),
                mark.nameEn(),
                mark.kind(),
                mark.points(),
                mark.counted(),
                mark.code());
        if (!saved) {
            throw new IllegalStateException("a mark has no constraint but its code");
        }
    }

    @Override
    public void deleteMark(String code) {
        statements.update("delete from status_mark where code = ?", code);
    }

    @Override
    public void count(Change.RecordCheckIn record, String outcome) {
        LocalDateTime at = record.localTime();
        RoomId room = record.judgement().room();
        tallies.add(
                Tallies.Table.CHECK_INS,
                1,
                at.toLocalDate(),
                at.getHour(),
                room == null ? NOWHERE : room.value(),
                record.checkIn().how(),
                outcome);
    }

    private void count(LocalDate day, RoomId room, AttendanceStatus status, int more) {
        tallies.add(Tallies.Table.RECORDS, more, day, room, status);
    }

    void countUpstream(LocalDate day, String state, int more) {
        tallies.add(Tallies.Table.UPSTREAM, more, day, state);
    }

    /// Takes a check-in out of the count of its state and into that of another.
    void moveUpstream(CheckInId checkIn, UpstreamState state) {
        statements
                .first(
                        "select state, on_day from upstream where check_in = ? and on_day is not null",
                        row -> new Sent(Rows.text(row, "state"), Rows.date(row, "on_day")),
                        checkIn)
                .ifPresent(before -> {
                    countUpstream(before.day(), before.state(), -1);
                    countUpstream(before.day(), state.name(), 1);
                });
    }

    private record Sent(String state, LocalDate day) {}
}
