package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;

/// A thread that hands on the newest frame again and again, at most so many times a second; frames that came
/// meanwhile are left out. Nothing that goes wrong with a frame ends it. Starts and stops once.
public final class FrameLoop implements AutoCloseable {
    private static final Duration WAIT = Duration.ofMillis(500);

    /// What is done with a frame, on the loop's thread.
    @FunctionalInterface
    public interface FrameConsumer {
        void accept(Frame frame) throws InterruptedException;
    }

    private final FrameSource source;
    private final FrameConsumer consumer;
    private final long interval;
    private final LoopThread thread;
    private long sequence = -1;

    /// @param name of the thread
    /// @param mostPerSecond at least 1
    public FrameLoop(String name, FrameSource source, int mostPerSecond, FrameConsumer consumer) {
        this.source = source;
        this.consumer = consumer;
        interval = TimeUnit.SECONDS.toNanos(1) / mostPerSecond;
        thread = new LoopThread(name, this::next);
    }

    public void start() {
        thread.start();
    }

    private void next() throws InterruptedException {
        long begun = System.nanoTime();
        try {
            Optional<Frame> frame = source.awaitNewer(sequence, WAIT);
            if (frame.isPresent()) {
                begun = System.nanoTime();
                sequence = frame.get().sequence();
                consumer.accept(frame.get());
            }
        } finally {
            TimeUnit.NANOSECONDS.sleep(Math.max(0, begun + interval - System.nanoTime()));
        }
    }

    /// Interrupts the loop and waits for its end, at most two seconds.
    @Override
    public void close() {
        thread.close();
    }
}
