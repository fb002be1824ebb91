package org.seatside.storage;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Consent;
import org.seatside.service.adjustments.AdjustmentStore;

/// What was agreed with students, read from the view. Every check-in asks for the adjustments, nearly always to
/// learn that there are none: that is remembered.
final class H2AdjustmentStore implements AdjustmentStore {
    private final Reads reads;

    H2AdjustmentStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<Sealed> adjustments(StudentId student) {
        return reads.remembered(
                List.of("adjustments", student),
                view -> view.first(
                        "select a.sealed, k.sealed as sealed_key, a.until_day from adjustment a"
                                + " join student_key k on k.student = a.student where a.student = ?",
                        row -> new Sealed(
                                Rows.text(row, "sealed"),
                                Rows.text(row, "sealed_key"),
                                row.getObject("until_day", LocalDate.class)),
                        student));
    }

    @Override
    public Optional<String> key(StudentId student) {
        return reads.read(view -> view.first(
                "select sealed from student_key where student = ?", row -> Rows.text(row, "sealed"), student));
    }

    @Override
    public List<Consent> consents(StudentId student) {
        return reads.read(view -> view.list(
                "select version, given_at, given_by, withdrawn_at from consent where student = ?"
                        + " order by given_at desc, id",
                row -> new Consent(
                        Rows.text(row, "version"),
                        Rows.instant(row, "given_at"),
                        Rows.text(row, "given_by"),
                        Rows.instantOrNull(row, "withdrawn_at")),
                student));
    }

    @Override
    public Optional<Pin> pin(StudentId student) {
        return reads.read(view -> view.first(
                "select hash, failures, failed_at from student_pin where student = ?",
                row -> new Pin(Rows.text(row, "hash"), row.getInt("failures"), Rows.instantOrNull(row, "failed_at")),
                student));
    }

    @Override
    public boolean anyEndedBefore(LocalDate day) {
        return reads.read(view -> view.any("select 1 from adjustment where until_day < ? fetch first row only", day));
    }
}
