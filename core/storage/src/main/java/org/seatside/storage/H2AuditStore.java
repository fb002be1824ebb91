package org.seatside.storage;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;
import org.seatside.service.audit.AuditStore;

/// The audit trail, read from the view.
final class H2AuditStore implements AuditStore {
    private final Reads reads;

    H2AuditStore(Reads reads) {
        this.reads = reads;
    }

    @Override
    public Optional<AuditEntry> last() {
        return reads.read(view -> view.first(
                "select " + AuditRows.ENTRY + " from audit order by number desc fetch first row only",
                AuditRows::entry));
    }

    @Override
    public List<AuditEntry> before(long number, @Nullable String subject, @Nullable String actor, int limit) {
        StringBuilder sql = new StringBuilder("select " + AuditRows.ENTRY + " from audit where number < ?");
        List<Object> values = new ArrayList<>(List.of(number));
        if (subject != null) {
            sql.append(" and subject = ?");
            values.add(subject);
        }
        if (actor != null) {
            sql.append(" and actor = ?");
            values.add(actor);
        }
        sql.append(" order by number desc fetch first ? rows only");
        values.add(limit);
        return reads.read(view -> view.list(sql.toString(), AuditRows::entry, values.toArray()));
    }

    @Override
    public List<AuditEntry> after(long number, int limit) {
        return reads.read(view -> view.list(
                "select " + AuditRows.ENTRY + " from audit where number > ? order by number fetch first ? rows only",
                AuditRows::entry,
                number,
                limit));
    }

    @Override
    public Optional<AuditCheckpoint> lastCheckpoint() {
        return reads.read(view -> view.first(
                "select " + AuditRows.CHECKPOINT + " from audit_checkpoint order by number desc fetch first row only",
                AuditRows::checkpoint));
    }

    @Override
    public Optional<AuditCheckpoint> lastCheckpointBefore(Instant at) {
        return reads.read(view -> view.first(
                "select " + AuditRows.CHECKPOINT + " from audit_checkpoint where at < ?"
                        + " order by number desc fetch first row only",
                AuditRows::checkpoint,
                at));
    }

    @Override
    public void eachCheckpoint(Consumer<AuditCheckpoint> visit) {
        List<AuditCheckpoint> all = reads.read(view -> view.list(
                "select " + AuditRows.CHECKPOINT + " from audit_checkpoint order by number", AuditRows::checkpoint));
        all.forEach(visit);
    }
}
