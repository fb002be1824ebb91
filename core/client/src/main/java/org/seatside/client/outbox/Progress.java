package org.seatside.client.outbox;

/// How far an outbox's check-ins were accepted.
///
/// @param epoch the present one
/// @param acceptedUpTo the highest sequence number in it that was accepted, 0 for none
public record Progress(long epoch, long acceptedUpTo) {}
