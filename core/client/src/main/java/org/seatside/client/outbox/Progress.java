package org.seatside.client.outbox;

/// How far an outbox's check-ins were accepted.
///
/// @param epoch the present one
/// @param acceptedUpTo the highest sequence number in it that was accepted, 0 for none
/// @param acceptedWithoutGap up to which all of them were accepted, as far as this run knows: one that
///     waits or was refused is a gap
public record Progress(long epoch, long acceptedUpTo, long acceptedWithoutGap) {
    /// One without any gap.
    public Progress(long epoch, long acceptedUpTo) {
        this(epoch, acceptedUpTo, acceptedUpTo);
    }
}
