package org.seatside.kiosk.voice;

import org.jspecify.annotations.Nullable;

/// Nothing can be said on this device. The message says what to do.
public final class NoVoiceException extends Exception {
    private static final long serialVersionUID = 1L;

    public NoVoiceException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
