package org.seatside.storage;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.Judgement;

/// Check-ins as rows: the event, what it was judged to be, and the record it came to.
final class CheckInRows {
    private static final String INSERT = """
            insert into check_in (place, id, kiosk, epoch, seq, how, wall, monotonic_nanos, offset_millis,
              uncertainty_millis, received_at, effective_at, provisional, outcome, first_of_meeting, student, room,
              meeting, refusal_code, judged_attendance, judged_status, minutes_late, to_upstream, record_attendance,
              record_at, record_room)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict do nothing""";
    private static final String RESULT = """
            select outcome, first_of_meeting, student, room, meeting, refusal_code, judged_attendance, judged_status,
              minutes_late, to_upstream, record_attendance, record_at, record_room
            from check_in where id = ?""";

    /// How many bits of a place tell the check-ins of an entry apart.
    private static final int BITS = 16;

    private static final long LAST = Long.MAX_VALUE >> BITS;

    private final Statements statements;
    private int ordinal;

    CheckInRows(Statements statements) {
        this.statements = statements;
    }

    void begin() {
        ordinal = 0;
    }

    /// The first place of an entry, or of what comes after all of them.
    static long place(long index) {
        return Math.min(index, LAST) << BITS;
    }

    /// The entry in which a place is.
    static long index(long place) {
        return place >>> BITS;
    }

    boolean insert(long index, Change.RecordCheckIn record, ApplyResult.CheckedIn result) {
        CheckIn checkIn = record.checkIn();
        Judgement judgement = record.judgement();
        Judgement.@Nullable Counts counts = judgement instanceof Judgement.Counts c ? c : null;
        int inserted = statements.update(
                INSERT,
                place(index) + ordinal,
                checkIn.id(),
                checkIn.kiosk(),
                checkIn.epoch(),
                checkIn.seq(),
                checkIn.how(),
                checkIn.time().wall(),
                checkIn.time().monotonicNanos(),
                checkIn.time().offsetMillis(),
                checkIn.time().uncertaintyMillis(),
                record.receivedAt(),
                record.effectiveAt(),
                record.provisional(),
                result.outcome(),
                result.first(),
                judgement.student(),
                judgement.room(),
                judgement.meeting(),
                judgement instanceof Judgement.Refused refused ? refused.code() : null,
                counts == null ? null : counts.attendance(),
                counts == null ? null : counts.status(),
                counts == null ? null : counts.minutesLate(),
                counts == null ? null : counts.upstream(),
                result.attendance(),
                result.at(),
                result.room());
        ordinal += inserted;
        return inserted == 1;
    }

    Optional<ApplyResult.CheckedIn> result(CheckInId id) {
        return statements.first(RESULT, CheckInRows::result, id);
    }

    private static ApplyResult.CheckedIn result(ResultSet row) throws SQLException {
        return new ApplyResult.CheckedIn(
                row.getBoolean("first_of_meeting"),
                judgement(row),
                Rows.attendanceOrNull(row, "record_attendance"),
                Rows.instantOrNull(row, "record_at"),
                Rows.roomOrNull(row, "record_room"));
    }

    private static Judgement judgement(ResultSet row) throws SQLException {
        AttendanceId attendance = Rows.attendanceOrNull(row, "judged_attendance");
        if (attendance == null) {
            return new Judgement.Refused(
                    Rows.text(row, "outcome"),
                    row.getString("refusal_code"),
                    Rows.studentOrNull(row, "student"),
                    Rows.roomOrNull(row, "room"),
                    Rows.meetingOrNull(row, "meeting"));
        }
        return new Judgement.Counts(
                attendance,
                new StudentId(Rows.uuid(row, "student")),
                new RoomId(Rows.uuid(row, "room")),
                Rows.meetingOrNull(row, "meeting"),
                AttendanceStatus.valueOf(Rows.text(row, "judged_status")),
                row.getInt("minutes_late"),
                row.getBoolean("to_upstream"));
    }
}
