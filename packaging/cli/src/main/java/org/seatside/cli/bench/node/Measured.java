package org.seatside.cli.bench.node;

/// What a run came to.
///
/// @param perSecond answers
/// @param millis50 within which half of the answers came
/// @param present share of answers that made a new attendance, 0 to 1
/// @param serverCpuMicros processor time of the server for one answer
/// @param loadCpuMicros processor time of the load generator for one answer
public record Measured(
        int connections,
        double perSecond,
        double millis50,
        double millis99,
        double millis999,
        double present,
        double serverCpuMicros,
        double loadCpuMicros) {}
