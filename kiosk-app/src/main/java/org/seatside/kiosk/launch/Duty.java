package org.seatside.kiosk.launch;

import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.List;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.outbox.Outbox;
import org.seatside.client.outbox.OutboxException;
import org.seatside.json.Json;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a kiosk needs to take attendance: its folder, open, and its link to the nodes.
///
/// @param nodes their addresses
record Duty(List<URI> nodes, Outbox outbox, KioskLink link, LinkedLine line) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Duty.class);

    /// @throws OutboxException where another kiosk uses the folder, or it cannot be read or written
    /// @throws IOException where what the kiosk remembers cannot be used
    static Duty open(KioskConfig config, String version, InstantSource clock) throws IOException {
        Json json = new Json();
        Outbox outbox = Outbox.open(config.data().resolve("outbox"), json, clock, new SecureRandom());
        try {
            DeviceKey key = DeviceKey.at(config.data().resolve("device.key"));
            List<URI> nodes = KnownNodes.of(config.data(), config.nodes());
            KioskLink link = new KioskLink(nodes, config.data(), key, outbox, version, json, clock);
            return new Duty(nodes, outbox, link, new LinkedLine(outbox, link));
        } catch (IOException | RuntimeException e) {
            close(outbox);
            throw e;
        }
    }

    /// Ends the link, then the outbox; what waits in it is sent after the next start.
    @Override
    public void close() {
        link.close();
        close(outbox);
    }

    private static void close(Outbox outbox) {
        try {
            outbox.close();
        } catch (OutboxException e) {
            LOG.error("The outbox did not close", e);
        }
    }
}
