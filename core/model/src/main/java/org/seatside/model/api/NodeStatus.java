package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// How a node does, as administrators see it.
///
/// @param address where its clients find it
/// @param ready whether it acknowledges check-ins
/// @param reason what is missing; empty when ready
/// @param lag entries in the log that this node's view has not applied
public record NodeStatus(
        String version,
        Instant startedAt,
        String address,
        boolean ready,
        String reason,
        long lag,
        Retention retention,
        BackupStatus backups) {
    /// For how many days what is kept is kept, as the node's configuration says.
    ///
    /// @param attendance null for good
    public record Retention(@Nullable Integer attendance, int refused, int consents, int audit) {}
}
