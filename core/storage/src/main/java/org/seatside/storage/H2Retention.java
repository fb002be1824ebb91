package org.seatside.storage;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.seatside.service.log.RetentionChange;
import org.seatside.service.log.RetentionState;

/// Deletes what is past its time, on the writer's connection.
final class H2Retention implements RetentionState {
    private final Statements statements;

    H2Retention(Statements statements) {
        this.statements = statements;
    }

    static boolean any(Statements view, RetentionChange.Forget forget) {
        return (forget.attendanceBefore() != null
                        && view.any(
                                "select 1 from attendance where at < ? fetch first row only",
                                forget.attendanceBefore()))
                || view.any(
                        "select 1 from check_in where record_attendance is null and received_at < ?"
                                + " fetch first row only",
                        forget.refusedBefore())
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
    }
}
