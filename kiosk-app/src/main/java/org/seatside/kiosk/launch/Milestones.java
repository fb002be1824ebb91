package org.seatside.kiosk.launch;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.seatside.camera.Frame;
import org.seatside.kiosk.ui.KioskView;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Says in the log how long a start took and how long what waited took to be sent; `seatside bench kiosk`
/// reads that.
final class Milestones {
    private static final Logger LOG = LoggerFactory.getLogger(Milestones.class);

    /// Fewer are no news.
    private static final int MANY = 100;

    private final AtomicBoolean drawn = new AtomicBoolean();
    private int mostWaiting;
    private long sinceNanos;

    /// Shows frames, and says when the first of them was drawn. On the JavaFX thread.
    Consumer<Frame> firstPicture(KioskView view) {
        return frame -> {
            view.show(frame);
            if (!drawn.getAndSet(true)) {
                view.scene().addPostLayoutPulseListener(new Runnable() {
                    @Override
                    public void run() {
                        view.scene().removePostLayoutPulseListener(this);
                        LOG.info("The first picture is on the screen after {} ms", sinceStart());
                    }
                });
            }
        };
    }

    private static long sinceStart() {
        Instant now = Instant.now();
        Instant start = ProcessHandle.current().info().startInstant().orElse(now);
        return Duration.between(start, now).toMillis();
    }

    /// How many check-ins wait now. Any thread.
    synchronized void waiting(int count) {
        if (count > mostWaiting) {
            sinceNanos = mostWaiting == 0 ? System.nanoTime() : sinceNanos;
            mostWaiting = count;
        } else if (count == 0 && mostWaiting > 0) {
            if (mostWaiting >= MANY) {
                long millis = Duration.ofNanos(System.nanoTime() - sinceNanos).toMillis();
                LOG.info("{} check-ins that waited were sent in {} ms", mostWaiting, millis);
            }
            mostWaiting = 0;
        }
    }
}
