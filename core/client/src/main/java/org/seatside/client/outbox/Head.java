package org.seatside.client.outbox;

import java.time.Instant;

/// How a journal file begins.
///
/// @param version of the format, 1
/// @param firstSeq the sequence number that the next check-in in `epoch` gets
/// @param repaired whether damage in earlier files was reported when this one was begun
/// @param at the kiosk's clock
record Head(int version, int segment, long epoch, long firstSeq, boolean repaired, Instant at) {
    static final int VERSION = 1;
}
