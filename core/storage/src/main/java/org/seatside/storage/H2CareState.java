package org.seatside.storage;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.CareState;

/// What was agreed with students, on the writer's connection.
final class H2CareState implements CareState {
    private final Statements statements;

    H2CareState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public boolean consents(StudentId student) {
        return statements.any("select 1 from consent where student = ? and withdrawn_at is null", student);
    }

    @Override
    public void insertConsent(CommandId id, StudentId student, String version, Instant at, String actor) {
        statements.update(
                "insert into consent (id, student, version, given_at, given_by) values (?, ?, ?, ?, ?)",
                id,
                student,
                version,
                at,
                actor);
    }

    @Override
    public void withdrawConsent(StudentId student, Instant at, String actor) {
        statements.update(
                "update consent set withdrawn_at = ?, withdrawn_by = ? where student = ? and withdrawn_at is null",
                at,
                actor,
                student);
    }

    @Override
    public Optional<String> key(StudentId student) {
        return statements.first(
                "select sealed from student_key where student = ?", row -> Rows.text(row, "sealed"), student);
    }

    @Override
    public void insertKey(StudentId student, String key) {
        statements.update("insert into student_key (student, sealed) values (?, ?)", student, key);
    }

    @Override
    public void saveAdjustments(CareChange.SaveAdjustments save, Instant at) {
        statements.update("delete from adjustment where student = ?", save.student());
        statements.update(
                "insert into adjustment (student, sealed, until_day, changed_at) values (?, ?, ?, ?)",
                save.student(),
                save.content(),
                save.until(),
                at);
    }

    @Override
    public void deleteAdjustments(StudentId student) {
        statements.update("delete from adjustment where student = ?", student);
        statements.update("delete from student_key where student = ?", student);
    }

    @Override
    public void deleteAdjustmentsEndedBefore(LocalDate day) {
        statements.update(
                "delete from student_key where student in (select student from adjustment where until_day < ?)", day);
        statements.update("delete from adjustment where until_day < ?", day);
    }

    @Override
    public void savePin(CareChange.SavePin pin, Instant at) {
        statements.update("delete from student_pin where student = ?", pin.student());
        if (pin.hash() != null) {
            statements.update(
                    "insert into student_pin (student, hash, set_at, failures) values (?, ?, ?, 0)",
                    pin.student(),
                    pin.hash(),
                    at);
        }
    }

    @Override
    public void countPin(CareChange.FailPin attempt, Instant at) {
        if (attempt.right()) {
            statements.update(
                    "update student_pin set failures = 0, failed_at = null where student = ? and failures > 0",
                    attempt.student());
        } else {
            statements.update(
                    "update student_pin set failures = failures + 1, failed_at = ? where student = ?",
                    at,
                    attempt.student());
        }
    }

    /// The number stays unique and can be nobody's: it is no number.
    @Override
    public void eraseStudent(StudentId student, Instant at) {
        statements.update(
                "update student set number = ?, name = ?, active = false where id = ?",
                "erased-" + student,
                "-",
                student);
        statements.update("delete from student_pin where student = ?", student);
        statements.update(
                "update pass set revoked = true, revoked_at = ? where student = ? and revoked = false", at, student);
        statements.update(
                "delete from staff_session where account in (select id from account where student = ?)", student);
        statements.update("delete from account where student = ?", student);
    }
}
