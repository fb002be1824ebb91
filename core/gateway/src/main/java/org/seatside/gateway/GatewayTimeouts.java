package org.seatside.gateway;

import java.time.Duration;

/// How long a call to a foreign service may take.
///
/// @param connect until the connection stands
/// @param read from then to the whole answer
public record GatewayTimeouts(Duration connect, Duration read) {
    // Stands before DEFAULT, whose making is checked against it.
    private static final Duration MAX = Duration.ofMinutes(1);

    /// 2 s and 5 s.
    public static final GatewayTimeouts DEFAULT = new GatewayTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5));

    /// @throws IllegalArgumentException unless both are above zero and at most a minute
    public GatewayTimeouts {
        if (!connect.isPositive() || !read.isPositive() || connect.compareTo(MAX) > 0 || read.compareTo(MAX) > 0) {
            throw new IllegalArgumentException("Time-outs of the upstream are above 0 and at most 1 minute");
        }
    }
}
