package org.seatside.service.log;

import java.util.concurrent.CompletableFuture;

/// The truth: an ordered, durable list of commands. Thread-safe.
public interface CommandLog extends AutoCloseable {
    /// Appends and applies. The future completes after the entry is flushed on a majority of nodes **and**
    /// applied to this node's view, of check-ins to the view of the node that leads; until then nothing may be
    /// acknowledged. It fails with
    /// [NotAppendedException] where the command may or may not get into the log: the caller asks again under
    /// the same id.
    CompletableFuture<Applied> append(Command command);

    /// Whether an append has a chance now.
    Readiness readiness();

    /// Whether this node orders the commands: of several nodes one at most, and what is to be done once is done by
    /// it. It may stop to do so at any moment, so whatever it does then must bear being done twice.
    default boolean leads() {
        return readiness().ready();
    }

    @Override
    void close();

    /// A command's place in the log and what it came to.
    record Applied(long index, ApplyResult result) {}

    /// @param reason what is missing, for operators; empty when ready
    /// @param lag entries in the log that this node's view has not applied
    record Readiness(boolean ready, String reason, long lag) {}
}
