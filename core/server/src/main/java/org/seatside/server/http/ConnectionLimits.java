package org.seatside.server.http;

import java.time.Duration;

/// How much of the server a client can take.
///
/// @param inAll connections
/// @param fromOneAddress connections; many kiosks may come from behind one
/// @param head longest time for the head of a request, from its first byte, and for the first request after a
///     connection was opened
public record ConnectionLimits(int inAll, int fromOneAddress, Duration head) {
    public static final ConnectionLimits DEFAULT = new ConnectionLimits(12_000, 4_000, Duration.ofSeconds(10));
}
