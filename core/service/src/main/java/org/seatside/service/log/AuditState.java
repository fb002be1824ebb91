package org.seatside.service.log;

import java.util.Optional;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;

/// The part of a [StateTransaction] that keeps the audit trail.
public interface AuditState {
    /// The last entry; empty for a trail that begins.
    Optional<AuditEntry> last();

    void append(AuditEntry entry);

    Optional<AuditEntry> entry(long number);

    void insertCheckpoint(AuditCheckpoint checkpoint);

    boolean hasCheckpoint(long number);

    void deleteThrough(long number);
}
