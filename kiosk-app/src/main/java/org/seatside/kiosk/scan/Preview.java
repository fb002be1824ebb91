package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.seatside.camera.Frame;
import org.seatside.camera.FrameSource;
import org.seatside.fx.TaskRunner;

/// Shows what the camera sees: as often as an eye needs while somebody is there, and once a second while
/// nothing
/// moves. A screen that is busy gets the newest frame only. Starts and stops once.
public final class Preview implements AutoCloseable {
    private static final int MOST_PER_SECOND = 15;
    private static final long AT_REST_NANOS = Duration.ofSeconds(1).toNanos();

    private final BooleanSupplier atRest;
    private final TaskRunner tasks;
    private final Consumer<Frame> screen;
    private final FrameLoop loop;
    private final AtomicReference<Optional<Frame>> newest = new AtomicReference<>(Optional.empty());
    private long shownNanos;
    private boolean begun;

    /// @param atRest whether nothing moves
    /// @param screen called on the JavaFX thread
    public Preview(FrameSource camera, BooleanSupplier atRest, TaskRunner tasks, Consumer<Frame> screen) {
        this.atRest = atRest;
        this.tasks = tasks;
        this.screen = screen;
        loop = new FrameLoop("preview", camera, MOST_PER_SECOND, this::show);
    }

    private void show(Frame frame) {
        if (begun && atRest.getAsBoolean() && frame.captureNanos() - shownNanos < AT_REST_NANOS) {
            return;
        }
        begun = true;
        shownNanos = frame.captureNanos();
        if (newest.getAndSet(Optional.of(frame)).isEmpty()) {
            tasks.show(() -> newest.getAndSet(Optional.empty()).ifPresent(screen));
        }
    }

    public void start() {
        loop.start();
    }

    /// Ends its thread, waiting at most two seconds.
    @Override
    public void close() {
        loop.close();
    }
}
