package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A thread that hands on the newest frame again and again, at most so many times a second; frames that came meanwhile
/// are left out. Starts and stops once.
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
        @Nullable String failure = null;
        try {
            while (!Thread.currentThread().isInterrupted()) {
                Optional<Frame> frame = source.awaitNewer(sequence, WAIT);
                if (frame.isEmpty()) {
                    continue;
                }
                sequence = frame.get().sequence();
                long begun = System.nanoTime();
                try {
                    consumer.accept(frame.get());
                } catch (RuntimeException e) {
                    // One frame may fail, the kiosk goes on; the same failure at every frame is said once.
                    if (!e.toString().equals(failure)) {
                        failure = e.toString();
                        LOG.error("Frame {} failed", sequence, e);
                    }
                }
                TimeUnit.NANOSECONDS.sleep(Math.max(0, begun + interval - System.nanoTime()));
            }
        } catch (InterruptedException e) {
            LOG.debug("{} ends", thread.getName());
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
