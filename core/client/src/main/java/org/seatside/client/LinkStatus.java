package org.seatside.client;

import java.time.Instant;

/// How a kiosk stands with its node.
///
/// @param since by the kiosk's clock
/// @param waiting check-ins that wait to be sent
public record LinkStatus(State state, Instant since, int waiting) {
    public enum State {
        NOT_PAIRED,
        /// Not tried yet.
        STARTING,
        READY,
        UNREACHABLE,
        /// The node no longer knows this kiosk's key: pair it again.
        REVOKED
    }
}
