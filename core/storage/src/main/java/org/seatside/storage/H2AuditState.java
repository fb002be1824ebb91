package org.seatside.storage;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;
import org.seatside.service.log.AuditState;

/// The audit trail on the writer's connection. Remembers the last entry: each append needs it, and a view whose
/// writes were taken back writes no more.
final class H2AuditState implements AuditState {
    private final Statements statements;
    private @Nullable AuditEntry last;

    H2AuditState(Statements statements) {
        this.statements = statements;
    }

    @Override
    public Optional<AuditEntry> last() {
        if (last == null) {
            last = statements
                    .first(
                            "select " + AuditRows.ENTRY + " from audit order by number desc fetch first row only",
                            AuditRows::entry)
                    .orElse(null);
        }
        return Optional.ofNullable(last);
    }

    @Override
    public void append(AuditEntry entry) {
        statements.update(
                "insert into audit (" + AuditRows.ENTRY + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                entry.number(),
                entry.logIndex(),
                entry.command(),
                entry.at(),
                entry.actor(),
                entry.from(),
                entry.action(),
                entry.subject(),
                entry.detail(),
                entry.outcome(),
                entry.hash());
        last = entry;
    }

    @Override
    public Optional<AuditEntry> entry(long number) {
        return statements.first("select " + AuditRows.ENTRY + " from audit where number = ?", AuditRows::entry, number);
    }

    @Override
    public void insertCheckpoint(AuditCheckpoint checkpoint) {
        statements.update(
                "insert into audit_checkpoint (" + AuditRows.CHECKPOINT + ") values (?, ?, ?, ?, ?)"
                        + " on conflict do nothing",
                checkpoint.number(),
                checkpoint.hash(),
                checkpoint.at(),
                checkpoint.key(),
                checkpoint.signature());
    }

    @Override
    public boolean hasCheckpoint(long number) {
        return statements.any("select 1 from audit_checkpoint where number = ?", number);
    }

    @Override
    public void deleteThrough(long number) {
        statements.update("delete from audit where number <= ?", number);
    }
}
