package org.seatside.qr.engine;

import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/// The moment after which work on a picture stops. The inner loops ask it, so it is cheap and never allocates.
public final class Deadline {
    private static final Deadline NEVER = new Deadline(() -> 0, 0, false);

    private final LongSupplier clock;
    private final boolean limited;
    private long end;
    private volatile boolean cancelled;

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

    /// One that is [#renew]ed for every picture, so that nothing is allocated.
    public static Deadline renewable(LongSupplier clock) {
        return after(clock, 0);
    }

    /// Sets the end anew and takes back [#cancel]. Not for [#never].
    ///
    /// @param millis from now, at most a day
    public void renew(long millis) {
        if (!limited) {
            throw new IllegalStateException("what never passes cannot be renewed");
        }
        end = clock.getAsLong() + TimeUnit.MILLISECONDS.toNanos(millis);
        cancelled = false;
    }

    /// Lets the deadline pass now. Any thread.
    public void cancel() {
        cancelled = limited;
    }

    public boolean passed() {
        return limited && (cancelled || clock.getAsLong() - end > 0);
    }

    /// Whether work that takes about so many nanoseconds would end in time.
    public boolean allows(double nanos) {
        return !limited || (!cancelled && clock.getAsLong() + nanos - end <= 0);
    }
}
