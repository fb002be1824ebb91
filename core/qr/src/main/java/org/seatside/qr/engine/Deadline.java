package org.seatside.qr.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The moment after which work on a picture stops. The inner loops ask it, so it is cheap and never allocates.
public final class Deadline {
    private static final Deadline NEVER = new Deadline(() -> 0, 0, false);

    private final LongSupplier clock;
    private final long end;
    private final boolean limited;

    private Deadline(LongSupplier clock, long end, boolean limited) {
        this.clock = clock;
        this.end = end;
        this.limited = limited;
    }

    /// No limit: the same picture always gives the same answer.
    public static Deadline never() {
        return NEVER;
    }

    /// So many milliseconds from now; what would overflow the clock is no limit.
    public static Deadline afterMillis(long millis) {
        return after(System::nanoTime, millis);
    }

    /// The same by another clock that counts nanoseconds, such as the CPU time of a thread.
    public static Deadline after(LongSupplier clock, long millis) {
        long nanos = TimeUnit.MILLISECONDS.toNanos(millis);
        return nanos > Long.MAX_VALUE / 4 ? NEVER : new Deadline(clock, clock.getAsLong() + nanos, true);
    }

    public boolean passed() {
        return limited && clock.getAsLong() - end > 0;
    }

    /// Whether work that takes about so many nanoseconds would end in time.
    boolean allows(double nanos) {
        return !limited || clock.getAsLong() + nanos - end <= 0;
    }
}
