package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that hands on the newest frame again and again, at most so many times a second; frames that came meanwhile
/// are left out. Nothing that goes wrong with a frame ends it. Starts and stops once.
public final class FrameLoop implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(FrameLoop.class);
    private static final Duration WAIT = Duration.ofMillis(500);
    private static final Duration STOP = Duration.ofSeconds(2);

    /// What is done with a frame, on the loop's thread.
    @FunctionalInterface
    public interface FrameConsumer {
        void accept(Frame frame) throws InterruptedException;
    }

    private final FrameSource source;
    private final FrameConsumer consumer;
    private final long interval;
    private final Thread thread;
    private final Set<String> reported = new HashSet<>();

    /// @param name of the thread
    /// @param mostPerSecond at least 1
    public FrameLoop(String name, FrameSource source, int mostPerSecond, FrameConsumer consumer) {
        this.source = source;
        this.consumer = consumer;
        interval = TimeUnit.SECONDS.toNanos(1) / mostPerSecond;
        thread = Thread.ofPlatform().name(name).daemon().unstarted(this::run);
    }

    public void start() {
        thread.start();
    }

    private void run() {
        long sequence = -1;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                long begun = System.nanoTime();
                try {
                    Optional<Frame> frame = source.awaitNewer(sequence, WAIT);
                    if (frame.isEmpty()) {
                        continue;
                    }
                    begun = System.nanoTime();
                    sequence = frame.get().sequence();
                    consumer.accept(frame.get());
                } catch (InterruptedException e) {
                    throw e;
                } catch (Throwable e) {
                    // One frame may fail, whatever the reason: a screen that reads nothing looks alive.
                    report(e);
                }
                TimeUnit.NANOSECONDS.sleep(Math.max(0, begun + interval - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", thread.getName());
        }
    }

    /// The same kind of failure at every frame is said once.
    private void report(Throwable failure) {
        StackTraceElement[] trace = failure.getStackTrace();
        String kind = failure.getClass().getName() + (trace.length == 0 ? "" : " at " + trace[0]);
        if (reported.add(kind)) {
            LOG.error("{} goes on after a failure, incident {}", thread.getName(), UUID.randomUUID(), failure);
        }
    }

    /// Interrupts the loop and waits for its end, at most two seconds.
    @Override
    public void close() {
        if (thread.getState() == Thread.State.NEW) {
            return;
        }
        thread.interrupt();
        try {
            if (!thread.join(STOP)) {
                LOG.warn("{} did not end in time", thread.getName());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
