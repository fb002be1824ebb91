package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;

/// What is told to others is told by the node that orders the commands, and by no other.
final class LeaderGateTest {
    private static final class Switched implements CommandLog {
        private boolean leads;

        @Override
        public CompletableFuture<Applied> append(Command command) {
            throw new AssertionError("nobody appends");
        }

        @Override
        public Readiness readiness() {
            return new Readiness(leads, leads ? "" : "another node leads", 0);
        }

        @Override
        public void close() {
            // nothing to close
        }
    }

    @Test
    void aRoundIsMadeOnlyWhileThisNodeLeads() {
        Switched log = new Switched();
        AtomicInteger rounds = new AtomicInteger();
        Runnable gated = Node.leading(rounds::incrementAndGet, log);

        gated.run();
        assertEquals(0, rounds.get());

        log.leads = true;
        gated.run();
        gated.run();
        assertEquals(2, rounds.get());

        log.leads = false;
        gated.run();
        assertEquals(2, rounds.get());
    }
}
