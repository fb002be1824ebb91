package org.seatside.model.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How a node does, as administrators see it.
///
/// @param address where its clients find it
/// @param ready whether it acknowledges check-ins
/// @param reason what is missing; empty when ready
/// @param lag entries in the log that this node's view has not applied
/// @param members the nodes that keep the log, this one among them, whether they are there or not
public record NodeStatus(
        String version,
        Instant startedAt,
        String address,
        boolean ready,
        String reason,
        long lag,
        Retention retention,
        BackupStatus backups,
        List<Member> members) {
    public NodeStatus {
        members = List.copyOf(members);
    }

    /// A node that keeps the log.
    ///
    /// @param address where other nodes reach it; empty for a node alone
    /// @param witness it votes, and leads only while no other can
    /// @param leads it orders the commands, by the knowledge of the node that was asked
    /// @param silentMillis for how long the node that was asked has not heard of it; null where the two do not
    ///     speak with each other, as two that follow
    public record Member(
            String id,
            String address,
            boolean witness,
            boolean leads,
            @Nullable Long silentMillis) {}

    /// For how many days what is kept is kept, as the node's configuration says.
    ///
    /// @param attendance null for good
    public record Retention(@Nullable Integer attendance, int refused, int consents, int audit) {}
}
