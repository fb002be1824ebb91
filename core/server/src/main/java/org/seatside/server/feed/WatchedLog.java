package org.seatside.server.feed;

import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;

/// A log that says when something was applied.
public final class WatchedLog implements CommandLog {
    private final CommandLog log;
    private final Consumer<Change> applied;

    /// @param applied called after each command with what it changed, on the log's own thread: must not block
    public WatchedLog(CommandLog log, Consumer<Change> applied) {
        this.log = log;
        this.applied = applied;
    }

    @Override
    public CompletableFuture<Applied> append(Command command) {
        CompletableFuture<Applied> done = log.append(command);
        return done.whenComplete((_, _) -> applied.accept(command.change()));
    }

    @Override
    public Readiness readiness() {
        return log.readiness();
    }

    @Override
    public boolean leads() {
        return log.leads();
    }

    @Override
    public void close() {
        log.close();
    }
}
