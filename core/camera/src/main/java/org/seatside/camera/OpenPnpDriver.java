package org.seatside.camera;

import com.github.sarxos.webcam.WebcamDevice;
import com.github.sarxos.webcam.WebcamDriver;
import com.sun.jna.Pointer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openpnp.capture.library.OpenpnpCaptureLibrary;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// webcam-capture's driver interface on openpnp-capture, which has natives for Linux (x64, arm64), macOS and
/// Windows.
///
/// The library looks for cameras once, when this is made: make a new one to see what was plugged in since.
/// Made, used and closed on one thread; the library crashes where threads share it.
final class OpenPnpDriver implements WebcamDriver, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(OpenPnpDriver.class);

    /// The library's own log goes to the standard error stream: errors only.
    private static final int ERRORS = 3;

    private final OpenpnpCaptureLibrary library;
    private final Pointer context;
    private final List<OpenPnpDevice> devices = new ArrayList<>();

    /// @throws CameraLibraryException if the library does not load here
    OpenPnpDriver() throws CameraLibraryException {
        library = load();
        library.Cap_setLogLevel(ERRORS);
        Pointer made = library.Cap_createContext();
        if (made == null) {
            throw new CameraLibraryException("openpnp-capture gives no context", null);
        }
        context = made;
        int count = library.Cap_getDeviceCount(context);
        for (int i = 0; i < count; i++) {
            devices.add(new OpenPnpDevice(library, context, i));
        }
    }

    private static OpenpnpCaptureLibrary load() throws CameraLibraryException {
        try {
            OpenpnpCaptureLibrary loaded = OpenpnpCaptureLibrary.INSTANCE;
            LOG.debug("openpnp-capture loaded");
            return loaded;
        } catch (LinkageError e) {
            // No native for this system, no permission to unpack it, or the failure of an earlier attempt.
            throw new CameraLibraryException("openpnp-capture does not load on this system", e);
        }
    }

    @Override
    public List<WebcamDevice> getDevices() {
        return List.copyOf(devices);
    }

    @Override
    public boolean isThreadSafe() {
        return false;
    }

    /// Closes the devices, then the library's context, in this order; the other way round it crashes.
    @Override
    public void close() {
        devices.forEach(OpenPnpDevice::close);
        library.Cap_releaseContext(context);
    }

    /// The camera library cannot be used on this system.
    static final class CameraLibraryException extends Exception {
        private static final long serialVersionUID = 1L;

        CameraLibraryException(String message, @Nullable Throwable cause) {
            super(message, cause);
        }
    }
}
