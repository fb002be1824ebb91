package org.seatside.server;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.seatside.service.gateway.UpstreamRelay;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs the relay to the institution's own service: at once when something was recorded or a call has ended,
/// and every second for what is due again.
final class RelayLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RelayLoop.class);
    private static final long EVERY_MILLIS = 1_000;

    private final UpstreamRelay relay;
    private final Semaphore signal;
    private final BooleanSupplier turn;
    private final Thread thread;
    private volatile boolean closed;

    /// @param signal released when something was recorded or a call has ended
    /// @param turn whether it is this node that calls
    RelayLoop(UpstreamRelay relay, Semaphore signal, BooleanSupplier turn) {
        this.relay = relay;
        this.signal = signal;
        this.turn = turn;
        thread = Thread.ofVirtual().name("upstream-relay").start(this::run);
    }

    private void run() {
        while (!closed) {
            try {
                signal.tryAcquire(EVERY_MILLIS, TimeUnit.MILLISECONDS);
                signal.drainPermits();
                if (!closed && turn.getAsBoolean()) {
                    relay.round();
                }
            } catch (InterruptedException _) {
                return;
            } catch (RuntimeException e) {
                LOG.warn("a round of the upstream relay failed, the next is in a second", e);
            }
        }
    }

    /// Begins no more calls; returns when the loop has ended.
    @Override
    public void close() {
        closed = true;
        signal.release();
        try {
            thread.join(5_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
