package org.seatside.kiosk.scan;

import java.util.concurrent.TimeUnit;

/// Decides which frames are read. All of them while something moves; then until whatever is held still was
/// tried in every way, twice; after that one a second, until something moves again. One thread.
final class Attention {
    private static final long AWAKE_NANOS = TimeUnit.SECONDS.toNanos(4);
    private static final long LONGEST_AWAKE_NANOS = TimeUnit.SECONDS.toNanos(20);
    private static final long GLANCE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final long ROUNDS = 2;

    private long movedNanos;
    private long movedRounds;
    private long readNanos;
    private boolean begun;
    private boolean codeInView;
    private boolean idle;

    /// Whether to read a frame.
    ///
    /// @param moved whether something moved in it
    /// @param nanos when it was taken; never earlier than the frame before
    /// @param rounds how often the reader has tried everything it can
    boolean isRead(boolean moved, long nanos, long rounds) {
        if (moved || !begun) {
            begun = true;
            movedNanos = nanos;
            movedRounds = rounds;
        }
        long still = nanos - movedNanos;
        boolean tried = codeInView || rounds - movedRounds >= ROUNDS || still >= LONGEST_AWAKE_NANOS;
        idle = still >= AWAKE_NANOS && tried;
        if (idle && nanos - readNanos < GLANCE_NANOS) {
            return false;
        }
        readNanos = nanos;
        return true;
    }

    /// Takes note of what came of a frame that was read: a code that can be read needs no further way.
    void read(boolean aCode) {
        codeInView = aCode;
    }

    /// Whether nobody seems to be there.
    boolean idle() {
        return idle;
    }
}
