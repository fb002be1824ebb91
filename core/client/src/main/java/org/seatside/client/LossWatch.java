package org.seatside.client;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.seatside.client.outbox.Progress;

/// Notices that a node has forgotten check-ins it acknowledged, as one does that was restored from a backup. Of
/// several nodes one may lag behind the others for a moment: only two answers in a row count. Thread-safe.
final class LossWatch {
    /// Between two rounds of sending everything again for the same gap.
    static final Duration PAUSE = Duration.ofMinutes(10);

    enum Verdict {
        NOTHING_LOST,
        /// Ask again soon.
        SUSPICIOUS,
        LOST
    }

    private final LongSupplier nanos;
    private boolean suspicious;
    private boolean told;
    private long toldAtNanos;
    private long toldOf;

    /// @param nanos monotonic, as [System#nanoTime]
    LossWatch(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// @param acknowledged before the node was asked
    /// @param highWater the highest number it answered; null from a node that does not say
    /// @param contiguous up to which number it said it has them all; null likewise
    synchronized Verdict heard(Progress acknowledged, @Nullable Long highWater, @Nullable Long contiguous) {
        boolean gap = contiguous != null && contiguous < acknowledged.acceptedWithoutGap();
        if (highWater == null || (highWater >= acknowledged.acceptedUpTo() && !gap)) {
            suspicious = false;
            return Verdict.NOTHING_LOST;
        }
        // What it has for sure only grows while it catches up.
        long sure = contiguous == null ? highWater : contiguous;
        boolean catchingUp = told && sure >= toldOf && nanos.getAsLong() - toldAtNanos < PAUSE.toNanos();
        if (catchingUp) {
            return Verdict.NOTHING_LOST;
        }
        if (!suspicious) {
            suspicious = true;
            return Verdict.SUSPICIOUS;
        }
        suspicious = false;
        told = true;
        toldAtNanos = nanos.getAsLong();
        toldOf = sure;
        return Verdict.LOST;
    }
}
