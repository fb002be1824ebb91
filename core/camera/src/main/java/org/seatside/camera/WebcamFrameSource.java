package org.seatside.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A camera plugged into this computer. Looks again every second while there is none or it is in use, so
/// plugging it in is all it takes; opens it anew where it falls silent.
public final class WebcamFrameSource extends ThreadedFrameSource {
    private static final Logger LOG = LoggerFactory.getLogger(WebcamFrameSource.class);
    private static final Duration SILENCE = Duration.ofMillis(1_500);
    private static final long REOPEN_NANOS = Duration.ofSeconds(4).toNanos();
    private static final long RETRY_MILLIS = 1_000;
    private static final long YIELD_MILLIS = 5;

    private final Settings settings;
    private final Drivers drivers;

    /// Which camera, and what size to ask it for.
    ///
    /// @param name part of the camera's name, in any case; empty for the first there is
    /// @param width pixels wanted; the nearest size the camera has is taken
    /// @param height pixels wanted
    public record Settings(String name, int width, int height) {
        public static final Settings FIRST = new Settings("", 1280, 720);

        public Settings {
            if (width < 1 || height < 1) {
                throw new IllegalArgumentException("a camera picture of " + width + "x" + height);
            }
        }
    }

    /// Opens the camera library, anew for every look around. Whatever it gives is closed by the thread that
    /// asked.
    interface Drivers {
        OpenDriver open() throws OpenPnpDriver.CameraLibraryException;
    }

    record OpenDriver(WebcamDriver driver, Runnable release) {}

    public WebcamFrameSource(Settings settings) {
        this(settings, WebcamFrameSource::openPnp);
    }

    WebcamFrameSource(Settings settings, Drivers drivers) {
        super(SILENCE);
        this.settings = settings;
        this.drivers = drivers;
    }

    /// The names of the cameras plugged in now; empty if there is none or the camera library does not load
    /// here. Opens none of them. Not to be called while a webcam source runs.
    public static List<String> cameras() {
        try (OpenPnpDriver driver = new OpenPnpDriver()) {
            return driver.getDevices().stream().map(WebcamDevice::getName).toList();
        } catch (OpenPnpDriver.CameraLibraryException e) {
            LOG.warn("no camera can be used: {}", e.getMessage(), e);
            return List.of();
        }
    }

    private static OpenDriver openPnp() throws OpenPnpDriver.CameraLibraryException {
        OpenPnpDriver driver = new OpenPnpDriver();
        return new OpenDriver(driver, driver::close);
    }

    @Override
    void capture(Run run) throws InterruptedException {
        while (true) {
            OpenDriver open;
            try {
                open = drivers.open();
            } catch (OpenPnpDriver.CameraLibraryException e) {
                run.report(
                        new Failed(
                                FailReason.NO_CAMERA_LIBRARY,
                                "Use a 64-bit Linux, macOS or Windows system with a writable temporary folder, or a"
                                        + " network camera."),
                        e.getMessage() + ": " + e.getCause());
                return;
            }
            try {
                lookAround(run, open.driver());
            } finally {
                open.release().run();
            }
            Thread.sleep(RETRY_MILLIS);
        }
    }

    private void lookAround(Run run, WebcamDriver driver) throws InterruptedException {
        Optional<WebcamDevice> device = driver.getDevices().stream()
                .filter(candidate -> candidate
                        .getName()
                        .toLowerCase(Locale.ROOT)
                        .contains(settings.name().toLowerCase(Locale.ROOT)))
                .findFirst();
        if (device.isEmpty()) {
            run.report(
                    new Waiting(WaitReason.NO_CAMERA),
                    "no such camera among " + driver.getDevices().size());
            return;
        }
        try {
            device.get().setResolution(new Dimension(settings.width(), settings.height()));
            device.get().open();
        } catch (WebcamException e) {
            run.report(new Waiting(WaitReason.CAMERA_BUSY), String.valueOf(e.getMessage()));
            return;
        }
        try {
            grab(run, device.get());
        } finally {
            device.get().close();
        }
    }

    /// Until the camera is gone or has been silent for so long that opening it anew is worth a try.
    private static void grab(Run run, WebcamDevice device) throws InterruptedException {
        long opened = System.nanoTime();
        while (device.isOpen() && System.nanoTime() - Math.max(opened, run.lastNanos()) < REOPEN_NANOS) {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            run.awaitTurn();
            if (!grabOne(run, device)) {
                Thread.sleep(YIELD_MILLIS);
            }
        }
        run.report(new Waiting(WaitReason.NO_FRAMES), "the camera is gone or silent");
    }

    private static boolean grabOne(Run run, WebcamDevice device) {
        if (device instanceof WebcamDevice.BufferAccess bytes) {
            ByteBuffer buffer = bytes.getImageBytes();
            return buffer != null && publish(run, buffer, device.getResolution());
        }
        BufferedImage image = device.getImage();
        if (image == null) {
            return false;
        }
        run.publish(Pixels.greyOf(image), image.getWidth(), image.getHeight(), argb -> Pixels.writeArgbOf(image, argb));
        return true;
    }

    private static boolean publish(Run run, ByteBuffer buffer, Dimension size) {
        int pixels = size.width * size.height;
        if (buffer.remaining() < 3 * pixels) {
            return false;
        }
        byte[] rgb = new byte[3 * pixels];
        buffer.get(rgb);
        run.publish(
                Pixels.greyOfRgb(rgb, pixels),
                size.width,
                size.height,
                argb -> Pixels.writeArgbOfRgb(rgb, pixels, argb));
        return true;
    }

    @Override
    public String toString() {
        return "webcam";
    }
}
