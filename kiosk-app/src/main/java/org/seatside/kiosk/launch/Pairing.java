package org.seatside.kiosk.launch;

import java.io.IOException;
import java.time.Duration;
import org.seatside.client.KioskLink;
import org.seatside.client.NodeException;
import org.seatside.fx.TaskRunner;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Makes the kiosk known to its node, by the code of its settings or by one that it looked at. Any thread; nothing
/// blocks.
final class Pairing {
    private static final Logger LOG = LoggerFactory.getLogger(Pairing.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final TaskRunner tasks;
    private volatile String code;

    /// @param code blank where none is known yet
    Pairing(TaskRunner tasks, String code) {
        this.tasks = tasks;
        this.code = code;
    }

    /// The code to be used from now on.
    void use(String shown) {
        code = shown;
    }

    /// With a kiosk that is not paired, or no longer. A code is good for one pairing: the one that a revoked
    /// pairing was made with is of no use.
    void pair(KioskLink link) {
        String mine = code;
        if (mine.isEmpty() || link.isUsed(mine)) {
            LOG.warn("Not paired: show the kiosk the pairing code of the admin app, or give it as pairingCode");
            return;
        }
        tasks.create(() -> link.pair(mine))
                .onSuccess(paired -> LOG.info("Paired as {}", paired.kiosk()))
                .onError(NodeException.class, e -> failed(link, mine, e))
                .onError(IOException.class, e -> LOG.error("Paired, but not usable: {}", e.getMessage()))
                .start();
    }

    private void failed(KioskLink link, String used, NodeException e) {
        switch (e.kind()) {
            case UNREACHABLE, NODE_FAILED, CONFLICT -> {
                LOG.warn("Not paired yet, tries again: {}", e.getMessage());
                tasks.after(RETRY, () -> {
                    if (used.equals(code)) {
                        pair(link);
                    }
                });
            }
            case INVALID, FORBIDDEN, NOT_FOUND, UNAUTHORIZED ->
                LOG.error("The pairing code is wrong, used or too old: get a new one from the admin app");
        }
    }
}
