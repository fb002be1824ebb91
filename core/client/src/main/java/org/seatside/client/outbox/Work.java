package org.seatside.client.outbox;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.seatside.model.attendance.CheckIn;

/// What the thread that owns the journal is asked to do.
sealed interface Work {
    /// Answered once the check-in is on the device.
    record Append(Draft draft, CompletableFuture<CheckIn> done) implements Work {}

    /// Written with whatever is forced next: losing it only means that something acknowledged is sent once more.
    record Note(ByteBuffer bytes) implements Work {}

    /// A job that is not an append, alone at its turn.
    record Job(Action action, CompletableFuture<Integer> done) implements Work {}

    record Stop() implements Work {}

    /// Answers how many check-ins or files it touched.
    interface Action {
        int run() throws IOException;
    }

    static List<CompletableFuture<?>> futures(List<Work> work) {
        return work.stream()
                .<CompletableFuture<?>>mapMulti((one, to) -> {
                    switch (one) {
                        case Append append -> to.accept(append.done());
                        case Job job -> to.accept(job.done());
                        case Note _, Stop _ -> {
                            // Nobody waits.
                        }
                    }
                })
                .toList();
    }
}
