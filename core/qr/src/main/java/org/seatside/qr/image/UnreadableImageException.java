package org.seatside.qr.image;

import java.io.IOException;

/// The file is not an image that can be read: wrong kind, truncated, damaged or too large. The message says which, and
/// what to do.
public final class UnreadableImageException extends IOException {
    private static final long serialVersionUID = 1L;

    UnreadableImageException(String message) {
        super(message);
    }

    UnreadableImageException(String message, Throwable cause) {
        super(message, cause);
    }
}
