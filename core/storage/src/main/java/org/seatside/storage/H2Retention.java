package org.seatside.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.service.log.Change;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.RetentionChange;
import org.seatside.service.log.RetentionState;

/// Deletes what is past its time, on the writer's connection.
final class H2Retention implements RetentionState {
    private static final String COUNTS = "('Present', 'Late', 'AlreadyRecorded')";

    private final Statements statements;
    private final UsedNumbers numbers;

    H2Retention(Statements statements, UsedNumbers numbers) {
        this.statements = statements;
        this.numbers = numbers;
    }

    /// Read once: only a command changes it, on this connection.
    private @Nullable Bounds bounds;

    static boolean any(Statements view, RetentionChange.Forget forget) {
        return (forget.attendanceBefore() != null
                        && view.any(
                                "select 1 from attendance where at < ? fetch first row only",
                                forget.attendanceBefore()))
                || view.any(
                        "select 1 from check_in where record_attendance is null and received_at < ?"
                                + " fetch first row only",
                        forget.refusedBefore())
                || (forget.attendanceDay() != null
                        && view.any(
                                "select 1 from record_count where on_day < ? fetch first row only",
                                forget.attendanceDay()))
                || (forget.refusedDay() != null
                        && view.any(
                                "select 1 from check_in_count where on_day < ? and outcome not in " + COUNTS
                                        + " fetch first row only",
                                forget.refusedDay()))
                || view.any(
                        "select 1 from consent where withdrawn_at < ? fetch first row only", forget.consentsBefore());
    }

    @Override
    public void forget(RetentionChange.Forget forget) {
        Instant before = forget.attendanceBefore();
        if (before != null) {
            List<UUID> old = statements.list(
                    "select id from attendance where at < ? order by at, id fetch first ? rows only",
                    row -> Rows.uuid(row, "id"),
                    before,
                    forget.most());
            for (UUID id : old) {
                statements.update(
                        "delete from upstream where check_in in (select id from check_in where record_attendance = ?)",
                        id);
                statements.update("delete from check_in where record_attendance = ?", id);
                statements.update("delete from attendance_revision where attendance = ?", id);
                statements.update("delete from attendance where id = ?", id);
            }
        }
        statements.update(
                "delete from check_in where id in (select id from check_in where record_attendance is null"
                        + " and received_at < ? order by received_at, id fetch first ? rows only)",
                forget.refusedBefore(),
                forget.most());
        statements.update("delete from consent where withdrawn_at < ?", forget.consentsBefore());
        forgetCounts(forget);
    }

    private void forgetCounts(RetentionChange.Forget forget) {
        LocalDate attendance = forget.attendanceDay();
        if (attendance != null) {
            statements.update("delete from record_count where on_day < ?", attendance);
            statements.update("delete from upstream_count where on_day < ?", attendance);
            statements.update("delete from check_in_count where on_day < ? and outcome in " + COUNTS, attendance);
        }
        LocalDate refused = forget.refusedDay();
        if (refused != null) {
            statements.update("delete from check_in_count where on_day < ? and outcome not in " + COUNTS, refused);
            Instant attendanceBefore = forget.attendanceBefore();
            bounds = null;
            statements.update("delete from forgotten");
            statements.update(
                    "insert into forgotten (id, attendance_before, refused_before) values (1, ?, ?)",
                    attendanceBefore == null ? Instant.EPOCH : attendanceBefore,
                    forget.refusedBefore());
        }
    }

    @Override
    public boolean isForgotten(Change.RecordCheckIn record) {
        if (bounds == null) {
            bounds = statements
                    .first(
                            "select attendance_before, refused_before from forgotten where id = 1",
                            row -> new Bounds(
                                    Rows.instant(row, "attendance_before"), Rows.instant(row, "refused_before")))
                    .orElse(Bounds.NONE);
        }
        boolean counts = record.judgement() instanceof Judgement.Counts;
        boolean old = counts
                ? record.effectiveAt().isBefore(bounds.attendance())
                : record.effectiveAt().isBefore(bounds.refused());
        return old
                && numbers.isUsed(
                        record.checkIn().kiosk(),
                        record.checkIn().epoch(),
                        record.checkIn().seq());
    }

    /// From when on what is kept begins.
    private record Bounds(Instant attendance, Instant refused) {
        static final Bounds NONE = new Bounds(Instant.EPOCH, Instant.EPOCH);
    }
}
