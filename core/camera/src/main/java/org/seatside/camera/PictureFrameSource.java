package org.seatside.camera;

import java.awt.image.BufferedImage;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/// Shows pictures that a program hands in, at a steady rate, as a camera shows what is held before it: for
/// training, for the demo and for tests that go on when something has happened and not when a time is over.
public final class PictureFrameSource extends ThreadedFrameSource {
    private final long intervalNanos;
    private volatile BufferedImage shown;

    /// @param framesPerSecond 1 to 60
    /// @param first what is in view until [#show]
    public PictureFrameSource(int framesPerSecond, BufferedImage first) {
        super(Duration.ofSeconds(2));
        if (framesPerSecond < 1 || framesPerSecond > 60) {
            throw new IllegalArgumentException("pictures are shown at 1 to 60 frames a second");
        }
        intervalNanos = TimeUnit.SECONDS.toNanos(1) / framesPerSecond;
        shown = first;
    }

    /// Holds another picture before the camera. The caller does not change it afterwards.
    public void show(BufferedImage picture) {
        shown = picture;
    }

    @Override
    void capture(Run run) throws InterruptedException {
        BufferedImage picture = shown;
        byte[] grey = Pixels.greyOf(picture);
        long next = System.nanoTime();
        while (true) {
            BufferedImage now = shown;
            if (!now.equals(picture)) {
                picture = now;
                grey = Pixels.greyOf(now);
            }
            run.publish(grey, now.getWidth(), now.getHeight(), argb -> Pixels.writeArgbOf(now, argb));
            next += intervalNanos;
            TimeUnit.NANOSECONDS.sleep(Math.max(0, next - System.nanoTime()));
            run.awaitTurn();
            next = Math.max(next, System.nanoTime() - intervalNanos);
        }
    }

    @Override
    public String toString() {
        return "pictures";
    }
}
