package org.seatside.camera;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.github.sarxos.webcam.WebcamException;
import java.awt.Color;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.seatside.camera.OpenPnpDriver.CameraLibraryException;
import org.seatside.camera.SourceState.FailReason;
import org.seatside.camera.SourceState.Failed;
import org.seatside.camera.SourceState.Running;
import org.seatside.camera.SourceState.WaitReason;
import org.seatside.camera.SourceState.Waiting;
import org.seatside.camera.WebcamFrameSource.OpenDriver;
import org.seatside.camera.WebcamFrameSource.Settings;

class WebcamFrameSourceTest extends FrameSourceContract {
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Settings SMALL = new Settings("", WIDTH, HEIGHT);

    private final FakeBus bus = new FakeBus();

    @Override
    FrameSource endlessFrames() {
        bus.plugged = new FakeCamera("Front camera");
        return new WebcamFrameSource(SMALL, bus::open);
    }

    @Test
    void opensReadsAndClosesTheDeviceOnTheCameraThreadOnly() throws InterruptedException {
        FakeCamera camera = new FakeCamera("Front camera");
        bus.plugged = camera;
        WebcamFrameSource source = new WebcamFrameSource(SMALL, bus::open);

        source.start();
        assertTrue(source.awaitNewer(-1, PATIENCE).isPresent());
        source.stop();

        assertEquals(Set.of("camera"), camera.threads);
        assertEquals(List.of(0, 0), List.of(camera.opened.get(), bus.contexts.get()));
    }

    @Test
    void turnsTheDevicesBytesIntoGreyAndColour() throws InterruptedException {
        bus.plugged = new FakeCamera("Front camera");
        try (WebcamFrameSource source = new WebcamFrameSource(SMALL, bus::open)) {
            source.start();

            Frame frame = source.awaitNewer(-1, PATIENCE).orElseThrow();

            assertEquals(0xffff8000, argb(frame)[WIDTH * HEIGHT - 1]);
            assertEquals((306 * 255 + 601 * 128 + 512) >> 10, frame.luminance()[WIDTH * HEIGHT - 1] & 0xff);
        }
    }

    @Test
    void takesPicturesFromADriverWithoutBytes() throws InterruptedException {
        bus.plugged = new FakePictureCamera();
        try (WebcamFrameSource source = new WebcamFrameSource(SMALL, bus::open)) {
            source.start();

            assertEquals(76, source.awaitNewer(-1, PATIENCE).orElseThrow().luminance()[5] & 0xff);
        }
    }

    @Test
    void aCameraPluggedInLaterIsFoundAndOnePulledOutIsMissed() {
        try (WebcamFrameSource source = new WebcamFrameSource(new Settings("FRONT", WIDTH, HEIGHT), bus::open)) {
            bus.plugged = new FakeCamera("Another camera");
            source.start();
            await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_CAMERA)));

            FakeCamera camera = new FakeCamera("Front camera");
            bus.plugged = camera;
            await().atMost(PATIENCE).until(() -> source.state() instanceof Running);

            bus.plugged = null;
            camera.gone = true;
            await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_CAMERA)));
        }
    }

    @Test
    void aCameraThatSomebodyElseUsesIsTriedAgain() {
        FakeCamera camera = new FakeCamera("Front camera");
        camera.busy = true;
        bus.plugged = camera;
        try (WebcamFrameSource source = new WebcamFrameSource(SMALL, bus::open)) {
            source.start();
            await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.CAMERA_BUSY)));

            camera.busy = false;

            await().atMost(PATIENCE).until(() -> source.state() instanceof Running);
        }
    }

    @Test
    void aCameraThatFreezesIsNoticedAndOpenedAnew() {
        FakeCamera camera = new FakeCamera("Front camera");
        bus.plugged = camera;
        try (WebcamFrameSource source = new WebcamFrameSource(SMALL, bus::open)) {
            source.start();
            await().atMost(PATIENCE).until(() -> source.state() instanceof Running);

            camera.frozen = true;
            await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_FRAMES)));

            await().atMost(PATIENCE).until(() -> source.state() instanceof Running);
        }
    }

    @Test
    void aMissingLibraryFailsWithARemedy() {
        try (WebcamFrameSource source = new WebcamFrameSource(SMALL, () -> {
            throw new CameraLibraryException("does not load", new UnsatisfiedLinkError("no such native"));
        })) {
            source.start();

            await().atMost(PATIENCE)
                    .until(() -> source.state() instanceof Failed failed
                            && failed.reason() == FailReason.NO_CAMERA_LIBRARY
                            && !failed.remedy().isBlank());
        }
    }

    @Test
    void aDefectInTheDriverFailsInsteadOfEndingTheProgram() {
        try (WebcamFrameSource source = new WebcamFrameSource(SMALL, () -> {
            throw new IllegalStateException("seeded defect");
        })) {
            source.start();

            await().atMost(PATIENCE)
                    .until(() -> source.state() instanceof Failed failed && failed.reason() == FailReason.DEFECT);
        }
    }

    @Test
    void theRealLibraryLoadsAndListsTheCamerasThereAre() throws CameraLibraryException {
        for (int i = 0; i < 20; i++) {
            try (OpenPnpDriver driver = new OpenPnpDriver()) {
                driver.getDevices().forEach(device -> assertNotEquals("", device.getName()));
            }
        }
    }

    @Test
    void theRealLibraryWithoutACameraIsAWaitNotACrash() {
        assumeTrue(WebcamFrameSource.cameras().isEmpty(), "a camera is plugged in");
        try (WebcamFrameSource source = new WebcamFrameSource(Settings.FIRST)) {
            source.start();

            await().atMost(PATIENCE).until(() -> source.state().equals(new Waiting(WaitReason.NO_CAMERA)));
        }
        assertTrue(WebcamFrameSource.cameras().isEmpty());
    }

    /// The computer's camera sockets.
    private static final class FakeBus {
        private final AtomicInteger contexts = new AtomicInteger();
        private volatile @Nullable WebcamDevice plugged;

        OpenDriver open() {
            contexts.incrementAndGet();
            WebcamDevice device = plugged;
            WebcamDriver driver = new WebcamDriver() {
                @Override
                public List<WebcamDevice> getDevices() {
                    return device == null ? List.of() : List.of(device);
                }

                @Override
                public boolean isThreadSafe() {
                    return false;
                }
            };
            return new OpenDriver(driver, contexts::decrementAndGet);
        }
    }

    private static class FakePictureCamera implements WebcamDevice {
        final Set<String> threads = ConcurrentHashMap.newKeySet();
        final AtomicInteger opened = new AtomicInteger();
        private Dimension size = new Dimension(1, 1);

        @Override
        public String getName() {
            return "Picture camera";
        }

        @Override
        public Dimension[] getResolutions() {
            return new Dimension[] {size};
        }

        @Override
        public Dimension getResolution() {
            return size;
        }

        @Override
        public void setResolution(Dimension wanted) {
            size = wanted;
        }

        @Override
        public @Nullable BufferedImage getImage() {
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            return TestImages.plain(size.width, size.height, Color.RED);
        }

        @Override
        public void open() {
            threads.add(Thread.currentThread().getName());
            opened.incrementAndGet();
        }

        @Override
        public void close() {
            threads.add(Thread.currentThread().getName());
            opened.decrementAndGet();
        }

        @Override
        public void dispose() {
            throw new IllegalStateException("the driver owns the device");
        }

        @Override
        public boolean isOpen() {
            return opened.get() == 1;
        }
    }

    private static final class FakeCamera extends FakePictureCamera implements WebcamDevice.BufferAccess {
        private final String name;
        private volatile boolean busy;
        private volatile boolean gone;
        private volatile boolean frozen;

        FakeCamera(String name) {
            this.name = name;
        }

        @Override
        public String getName() {
            return name;
        }

        @Override
        public void open() {
            if (busy) {
                throw new WebcamException("seeded: in use");
            }
            super.open();
        }

        @Override
        public void close() {
            super.close();
            frozen = false;
        }

        @Override
        public boolean isOpen() {
            return !gone && super.isOpen();
        }

        @Override
        public @Nullable ByteBuffer getImageBytes() {
            threads.add(Thread.currentThread().getName());
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
            if (frozen || gone) {
                return null;
            }
            byte[] rgb = new byte[3 * WIDTH * HEIGHT];
            for (int i = 0; i < rgb.length; i += 3) {
                rgb[i] = (byte) 255;
                rgb[i + 1] = (byte) 128;
            }
            return ByteBuffer.wrap(rgb);
        }

        @Override
        public void getImageBytes(ByteBuffer target) {
            throw new IllegalStateException("not asked for");
        }
    }
}
