package org.seatside.server.http;

import java.time.Duration;

/// How much of the server a client can take.
///
/// @param inAll connections
/// @param fromOneAddress connections; many kiosks may come from behind one
/// @param head longest time for the head of a request, from its first byte, and for the first request after a
///     connection was opened
/// @param body longest time for a body, from the end of its head
/// @param patience how long a client may take an answer that waits for it at less than [#LEAST_RATE]
public record ConnectionLimits(int inAll, int fromOneAddress, Duration head, Duration body, Duration patience) {
    /// Bytes of an answer in a second below which its reader is too slow; nothing is asked of who has read all.
    static final int LEAST_RATE = 512;

    public static final ConnectionLimits DEFAULT = new ConnectionLimits(12_000, 4_000);

    /// With the usual times.
    public ConnectionLimits(int inAll, int fromOneAddress) {
        this(inAll, fromOneAddress, Duration.ofSeconds(10), Duration.ofSeconds(15), Duration.ofSeconds(20));
    }
}
