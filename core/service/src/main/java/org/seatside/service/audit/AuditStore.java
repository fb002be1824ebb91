package org.seatside.service.audit;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.model.audit.AuditCheckpoint;
import org.seatside.model.audit.AuditEntry;

/// Reads the audit trail from this node's view. Thread-safe.
public interface AuditStore {
    Optional<AuditEntry> last();

    /// Entries below a number, the newest first.
    ///
    /// @param subject null for all
    /// @param actor null for all
    List<AuditEntry> before(long number, @Nullable String subject, @Nullable String actor, int limit);

    /// Entries above a number, the oldest first.
    List<AuditEntry> after(long number, int limit);

    Optional<AuditCheckpoint> lastCheckpoint();

    /// The newest checkpoint of which every entry is older than this.
    Optional<AuditCheckpoint> lastCheckpointBefore(Instant at);

    /// All of them, the oldest first.
    void eachCheckpoint(Consumer<AuditCheckpoint> visit);
}
