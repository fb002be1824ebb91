package org.seatside.qr;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.seatside.qr.engine.Deadline;
import org.seatside.qr.engine.Hints;
import org.seatside.qr.engine.Pass;

/// The dear passes of live video, for a second thread: it calls [#look] again and again until it is
/// interrupted, and is then done with. Each look takes the newest frame that the [LiveReader] handed over, of
/// which this keeps its own copy, and runs the group of passes whose turn it is on an engine of its own. What
/// was read or located comes out of the reader with its next frame.
///
/// A frame that was not begun when a newer one came is dropped; one that is being looked at is given up when
/// the reader reads something meanwhile.
public final class SecondLook {
    private static final long DEADLINE_MILLIS = 100;

    private final List<List<Pass>> groups = Plan.dear();
    private final StepRunner runner = new StepRunner();
    private final Hints hints = new Hints();
    private final Sightings sightings = new Sightings();
    private final Deadline deadline;

    /// Guards everything below.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition handedOver = lock.newCondition();
    private final List<Reading> readings = new ArrayList<>();
    private final Hints located = new Hints();
    private Sight seen = Sight.NOTHING;
    private byte[] pending = new byte[0];
    private int width;
    private int height;
    private double pendingScale;
    private boolean hasPending;
    private double locatedScale = 1;
    private long looks;

    /// Only the looking thread's.
    private byte[] taken = new byte[0];

    public SecondLook() {
        this(System::nanoTime);
    }

    /// @param clock nanoseconds, by which a look ends in time
    SecondLook(LongSupplier clock) {
        deadline = Deadline.renewable(clock);
    }

    /// Waits for a frame and runs the passes whose turn it is over it.
    ///
    /// @throws InterruptedException if the thread is interrupted while it waits
    public void look() throws InterruptedException {
        Luminance picture;
        double scale;
        int turn;
        lock.lockInterruptibly();
        try {
            while (!hasPending) {
                handedOver.await();
            }
            hasPending = false;
            byte[] free = taken;
            taken = pending;
            pending = free;
            picture = Luminance.of(taken, width, height);
            scale = pendingScale;
            turn = (int) (looks % groups.size());
            deadline.renew(DEADLINE_MILLIS);
        } finally {
            lock.unlock();
        }
        runner.open(picture, deadline);
        List<Reading> read = StepRunner.placed(runner.run(groups.get(turn)), 0, 0, scale);
        runner.engine().hint(hints);
        sightings.clear();
        sightings.add(hints, picture, 0, 0, scale, picture.width() / scale, picture.height() / scale);
        lock.lock();
        try {
            looks++;
            readings.addAll(read);
            located.set(hints);
            locatedScale = scale;
            seen = sightings.best();
        } finally {
            lock.unlock();
        }
    }

    /// Copies a frame for the next look, in place of one that still waits for it.
    ///
    /// @param scale its pixels for one of the frame as it came
    void offer(Luminance picture, double scale) {
        int length = picture.width() * picture.height();
        lock.lock();
        try {
            pending = FrameCopies.grown(pending, length);
            System.arraycopy(picture.pixels(), 0, pending, 0, length);
            width = picture.width();
            height = picture.height();
            pendingScale = scale;
            hasPending = true;
            handedOver.signal();
        } finally {
            lock.unlock();
        }
    }

    /// Lets go of the frame that waits and of the one being looked at.
    void drop() {
        lock.lock();
        try {
            hasPending = false;
            deadline.cancel();
        } finally {
            lock.unlock();
        }
    }

    /// Takes what was found since the last call.
    void collect(List<Reading> found, Tracks tracks, Sightings sightings, long nanos) {
        lock.lock();
        try {
            found.addAll(readings);
            readings.clear();
            tracks.add(located, 0, 0, locatedScale, nanos);
            located.clear();
            sightings.add(seen);
            seen = Sight.NOTHING;
        } finally {
            lock.unlock();
        }
    }

    /// How often every group of passes has had its turn.
    long rounds() {
        lock.lock();
        try {
            return looks / groups.size();
        } finally {
            lock.unlock();
        }
    }
}
