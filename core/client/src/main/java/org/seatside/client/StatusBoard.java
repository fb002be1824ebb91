package org.seatside.client;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The link's status and who wants to know of it. Thread-safe.
final class StatusBoard {
    private static final Logger LOG = LoggerFactory.getLogger(StatusBoard.class);

    private final InstantSource clock;
    private final IntSupplier waiting;
    private final List<Consumer<LinkStatus>> listeners = new CopyOnWriteArrayList<>();
    private LinkStatus status;
    private LinkStatus told;

    StatusBoard(InstantSource clock, IntSupplier waiting, boolean paired) {
        this.clock = clock;
        this.waiting = waiting;
        this.status = new LinkStatus(
                paired ? LinkStatus.State.STARTING : LinkStatus.State.NOT_PAIRED, clock.instant(), waiting.getAsInt());
        this.told = status;
    }

    synchronized LinkStatus status() {
        return new LinkStatus(status.state(), status.since(), waiting.getAsInt());
    }

    void onChange(Consumer<LinkStatus> listener) {
        listeners.add(listener);
    }

    /// @return whether the state is another than before
    boolean say(LinkStatus.State state) {
        boolean changed;
        synchronized (this) {
            changed = status.state() != state;
            if (changed) {
                status = new LinkStatus(state, clock.instant(), status.waiting());
            }
        }
        refresh();
        return changed;
    }

    /// Tells the listeners where the number of waiting check-ins or the state is not what they were told last.
    void refresh() {
        LinkStatus now = status();
        synchronized (this) {
            if (now.equals(told)) {
                return;
            }
            told = now;
        }
        for (Consumer<LinkStatus> listener : listeners) {
            try {
                listener.accept(now);
            } catch (RuntimeException e) {
                LOG.error("A listener of the link failed", e);
            }
        }
    }
}
