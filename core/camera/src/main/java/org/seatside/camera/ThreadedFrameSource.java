package org.seatside.camera;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.seatside.camera.SourceState.Running;
import org.seatside.camera.SourceState.Starting;
import org.seatside.camera.SourceState.Stopped;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What all sources share: the threads, the newest frame, the state and the watchdog. A source writes
/// [#capture].
abstract class ThreadedFrameSource implements FrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadedFrameSource.class);
    private static final Duration JOIN = Duration.ofSeconds(2);

    /// Guards everything below, and is held while listeners are called so that they see states in order.
    private final ReentrantLock lock = new ReentrantLock();

    private final Condition changed = lock.newCondition();
    private final List<Consumer<SourceState>> listeners = new ArrayList<>();
    private final Duration silence;
    private SourceState state = new Stopped();
    private long sequence;
    private long leastInterval;
    private @Nullable Frame latest;
    private @Nullable Run current;

    /// @param silence without a frame for this long the state becomes [WaitReason#NO_FRAMES]
    ThreadedFrameSource(Duration silence) {
        this.silence = silence;
    }

    /// Takes frames until the thread is interrupted, the source is at its end or has failed. Runs on the
    /// thread `camera`: opens, uses and closes the device there, and nowhere else.
    abstract void capture(Run run) throws InterruptedException;

    @Override
    public final void start() {
        lock.lock();
        try {
            if (current != null) {
                return;
            }
            latest = null;
            Run run = new Run();
            current = run;
            enter(new Starting());
            run.begin();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void stop() {
        Run run;
        lock.lock();
        try {
            run = current;
            if (run == null) {
                enter(new Stopped());
                return;
            }
            current = null;
            changed.signalAll();
        } finally {
            lock.unlock();
        }
        run.end();
        lock.lock();
        try {
            if (current == null) {
                enter(new Stopped());
            }
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final SourceState state() {
        lock.lock();
        try {
            return state;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void onState(Consumer<SourceState> listener) {
        lock.lock();
        try {
            listeners.add(listener);
            listener.accept(state);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final void takeAtMost(double framesPerSecond) {
        if (!(framesPerSecond >= 1)) {
            throw new IllegalArgumentException("at least one frame a second is taken, not " + framesPerSecond);
        }
        lock.lock();
        try {
            leastInterval = (long) (TimeUnit.SECONDS.toNanos(1) / framesPerSecond);
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final Optional<Frame> latest() {
        lock.lock();
        try {
            return Optional.ofNullable(latest);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public final Optional<Frame> awaitNewer(long newerThan, Duration timeout) throws InterruptedException {
        long left = timeout.toNanos();
        lock.lockInterruptibly();
        try {
            while (true) {
                Frame frame = latest;
                if (frame != null && frame.sequence() > newerThan) {
                    return Optional.of(frame);
                }
                if (left <= 0) {
                    return Optional.empty();
                }
                left = changed.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    private void enter(SourceState next) {
        if (next.equals(state)) {
            return;
        }
        if (!(next instanceof Running && state instanceof Running)) {
            LOG.info("{}: {}", this, next);
        }
        state = next;
        changed.signalAll();
        for (Consumer<SourceState> listener : listeners) {
            try {
                listener.accept(next);
            } catch (RuntimeException e) {
                LOG.error("a listener to camera states failed", e);
            }
        }
    }

    /// One stretch from start to stop. A thread that did not end in time holds an old run and can no longer
    /// publish.
    final class Run {
        private final Thread camera =
                Thread.ofPlatform().daemon().name("camera").unstarted(this::work);
        private final Thread watchdog =
                Thread.ofPlatform().daemon().name("camera-watchdog").unstarted(this::watch);
        private final FrameRate rate = new FrameRate();
        private long lastNanos = System.nanoTime();
        private boolean published;

        private void begin() {
            camera.start();
            watchdog.start();
        }

        private void end() {
            camera.interrupt();
            watchdog.interrupt();
            if (Thread.currentThread().equals(camera)) {
                return;
            }
            boolean ended = false;
            try {
                ended = camera.join(JOIN) && watchdog.join(JOIN);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            if (!ended) {
                LOG.warn("{}: the camera thread is still busy closing; it goes on by itself", ThreadedFrameSource.this);
            }
        }

        /// Waits until the next frame is due by [FrameSource#takeAtMost]; at once for the first of the run.
        /// Called before the work that a frame costs.
        void awaitTurn() throws InterruptedException {
            lock.lockInterruptibly();
            try {
                long left = leftToTurn();
                while (left > 0 && equals(current)) {
                    changed.awaitNanos(left);
                    left = leftToTurn();
                }
            } finally {
                lock.unlock();
            }
        }

        private long leftToTurn() {
            return published ? lastNanos + leastInterval - System.nanoTime() : 0;
        }

        /// Makes this the newest frame.
        void publish(byte[] luminance, int width, int height, Frame.Colours colours) {
            long now = System.nanoTime();
            lock.lock();
            try {
                if (!equals(current)) {
                    return;
                }
                lastNanos = now;
                published = true;
                latest = new Frame(luminance, width, height, now, sequence++, colours);
                changed.signalAll();
                rate.add(now);
                if (!(state instanceof Running running) || running.width() != width || running.height() != height) {
                    enter(new Running(width, height, rate.perSecond()));
                } else if (rate.due(now)) {
                    enter(new Running(width, height, rate.perSecond()));
                }
            } finally {
                lock.unlock();
            }
        }

        /// Reports why there are no frames. The detail goes to the log where it is news, not at every attempt.
        void report(SourceState next, String detail) {
            lock.lock();
            try {
                if (equals(current) && !next.equals(state)) {
                    LOG.info("{}: {}", ThreadedFrameSource.this, detail);
                    enter(next);
                }
            } finally {
                lock.unlock();
            }
        }

        /// The time of the newest frame or, before the first, of the start; by [System#nanoTime()].
        long lastNanos() {
            lock.lock();
            try {
                return lastNanos;
            } finally {
                lock.unlock();
            }
        }

        private void work() {
            SourceState end = new Stopped();
            try {
                capture(this);
            } catch (InterruptedException stopped) {
                LOG.debug("{}: stopped", ThreadedFrameSource.this);
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{}: taking frames failed", ThreadedFrameSource.this, e);
                end = new Failed(FailReason.DEFECT, "Start the camera again; if that does not help, report the log.");
            }
            finish(end);
        }

        private void finish(SourceState end) {
            watchdog.interrupt();
            lock.lock();
            try {
                if (!equals(current)) {
                    return;
                }
                current = null;
                if (!(state instanceof Failed)) {
                    enter(end);
                }
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        /// Speaks up when the camera thread cannot, because it hangs in a device or a connection.
        private void watch() {
            lock.lock();
            try {
                while (equals(current)) {
                    long left = lastNanos + silence.toNanos() - System.nanoTime();
                    if (left > 0) {
                        changed.awaitNanos(left);
                    } else {
                        if (state instanceof Running || state instanceof Starting) {
                            enter(new Waiting(WaitReason.NO_FRAMES));
                        }
                        changed.await();
                    }
                }
            } catch (InterruptedException stopped) {
                LOG.debug("{}: watchdog stopped", ThreadedFrameSource.this);
            } finally {
                lock.unlock();
            }
        }
    }
}
