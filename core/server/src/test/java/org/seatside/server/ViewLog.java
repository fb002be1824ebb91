package org.seatside.server;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.View;

/// Applies each command at once, without a log before it: for rules of time, which a node takes from its own
/// clock.
final class ViewLog implements CommandLog {
    private final View view;

    ViewLog(View view) {
        this.view = view;
    }

    @Override
    public synchronized CompletableFuture<Applied> append(Command command) {
        long index = view.position().index() + 1;
        return CompletableFuture.completedFuture(new Applied(
                index, view.apply(new LogPosition(1, index), List.of(command)).getFirst()));
    }

    @Override
    public Readiness readiness() {
        return new Readiness(true, "", 0);
    }

    @Override
    public void close() {
        view.close();
    }
}
