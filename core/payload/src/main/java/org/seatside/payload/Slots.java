package org.seatside.payload;

import java.time.Instant;

/// The 15-second slots of DP1: slot 0 starts at 2026-01-01T00:00:00Z, the last of the 24-bit numbers ends in
/// December 2033. Leap seconds do not exist for it, as they do not for [Instant].
public final class Slots {
    /// Length of a slot in seconds.
    public static final int SECONDS = 15;

    /// Highest number that fits in a pass.
    public static final long MAX = 0xff_ffffL;

    /// 2026-01-01T00:00:00Z.
    private static final long EPOCH_SECOND = 1_767_225_600L;

    private Slots() {}

    /// Number of the slot that holds `instant`; negative before the epoch, over [#MAX] after the end.
    public static long at(Instant instant) {
        return atEpochSecond(instant.getEpochSecond());
    }

    /// First instant of a slot.
    public static Instant start(long slot) {
        return Instant.ofEpochSecond(Math.addExact(EPOCH_SECOND, Math.multiplyExact(slot, (long) SECONDS)));
    }

    static long atEpochSecond(long second) {
        return Math.floorDiv(second - EPOCH_SECOND, (long) SECONDS);
    }
}
