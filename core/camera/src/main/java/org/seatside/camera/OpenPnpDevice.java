package org.seatside.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamException;
import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.awt.Dimension;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferByte;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.openpnp.capture.library.CapFormatInfo;
import org.openpnp.capture.library.OpenpnpCaptureLibrary;

/// One camera. `getImageBytes` waits up to 100 ms for a new frame and gives red, green, blue bytes, or null
/// where none came.
final class OpenPnpDevice implements WebcamDevice, WebcamDevice.BufferAccess {
    private static final int CLOSED = -1;
    private static final Dimension USUAL = new Dimension(1280, 720);
    private static final long POLL_NANOS = TimeUnit.MILLISECONDS.toNanos(2);
    private static final long PATIENCE_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private final OpenpnpCaptureLibrary library;
    private final Pointer context;
    private final int index;
    private final String name;
    private final List<Format> formats = new ArrayList<>();
    private Dimension wanted = USUAL;
    private int stream = CLOSED;
    private @Nullable Memory buffer;
    private boolean disposed;

    private record Format(int id, int width, int height, int fps) {
        long distance(Dimension wanted) {
            return Math.abs((long) width * height - (long) wanted.width * wanted.height);
        }
    }

    OpenPnpDevice(OpenpnpCaptureLibrary library, Pointer context, int index) {
        this.library = library;
        this.context = context;
        this.index = index;
        Pointer text = library.Cap_getDeviceName(context, index);
        name = text == null ? "camera " + index : text.getString(0, "UTF-8");
        int count = library.Cap_getNumFormats(context, index);
        for (int id = 0; id < count; id++) {
            CapFormatInfo info = new CapFormatInfo();
            if (library.Cap_getFormatInfo(context, index, id, info) == OpenpnpCaptureLibrary.CAPRESULT_OK) {
                formats.add(new Format(id, info.width, info.height, info.fps));
            }
        }
    }

    @Override
    public String getName() {
        return name;
    }

    @Override
    public Dimension[] getResolutions() {
        return formats.stream()
                .map(format -> new Dimension(format.width(), format.height()))
                .distinct()
                .toArray(Dimension[]::new);
    }

    @Override
    public Dimension getResolution() {
        return format().map(format -> new Dimension(format.width(), format.height()))
                .orElse(wanted);
    }

    /// The size wanted; the nearest the camera has is used from the next [#open()] on.
    @Override
    public void setResolution(Dimension size) {
        wanted = new Dimension(size);
    }

    /// Of the formats nearest in size the fastest, of those the first: cameras list the compressed ones they
    /// are fast in first.
    private Optional<Format> format() {
        return formats.stream()
                .min(Comparator.<Format>comparingLong(format -> format.distance(wanted))
                        .thenComparingInt(format -> -format.fps()));
    }

    @Override
    public void open() {
        if (disposed) {
            throw new WebcamException("the camera was disposed of");
        }
        if (isOpen()) {
            return;
        }
        Format format = format().orElseThrow(() -> new WebcamException("the camera offers no format"));
        int opened = library.Cap_openStream(context, index, format.id());
        if (opened < 0) {
            throw new WebcamException("the camera does not open; another program may use it");
        }
        stream = opened;
        buffer = new Memory(3L * format.width() * format.height());
    }

    @Override
    public void close() {
        if (stream != CLOSED) {
            library.Cap_closeStream(context, stream);
            stream = CLOSED;
        }
        buffer = null;
    }

    @Override
    public void dispose() {
        close();
        disposed = true;
    }

    @Override
    public boolean isOpen() {
        return stream != CLOSED && library.Cap_isOpenStream(context, stream) == 1;
    }

    @Override
    public @Nullable ByteBuffer getImageBytes() {
        Memory memory = buffer;
        if (memory == null || !newFrame()) {
            return null;
        }
        int result = library.Cap_captureFrame(context, stream, memory, (int) memory.size());
        return result == OpenpnpCaptureLibrary.CAPRESULT_OK ? memory.getByteBuffer(0, memory.size()) : null;
    }

    @Override
    public void getImageBytes(ByteBuffer target) {
        ByteBuffer bytes = getImageBytes();
        if (bytes != null) {
            target.put(bytes);
        }
    }

    @Override
    public @Nullable BufferedImage getImage() {
        ByteBuffer bytes = getImageBytes();
        if (bytes == null) {
            return null;
        }
        Dimension size = getResolution();
        BufferedImage image = new BufferedImage(size.width, size.height, BufferedImage.TYPE_3BYTE_BGR);
        byte[] bgr = ((DataBufferByte) image.getRaster().getDataBuffer()).getData();
        bytes.get(bgr);
        for (int i = 0; i < bgr.length; i += 3) {
            byte red = bgr[i];
            bgr[i] = bgr[i + 2];
            bgr[i + 2] = red;
        }
        return image;
    }

    /// The library can only be asked, not waited for.
    private boolean newFrame() {
        long start = System.nanoTime();
        while (library.Cap_hasNewFrame(context, stream) != 1) {
            if (System.nanoTime() - start > PATIENCE_NANOS
                    || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(POLL_NANOS);
        }
        return true;
    }
}
