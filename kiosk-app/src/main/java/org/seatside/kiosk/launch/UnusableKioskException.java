package org.seatside.kiosk.launch;

/// The kiosk cannot start. The message says what to do.
public final class UnusableKioskException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableKioskException(String message, Throwable cause) {
        super(message, cause);
    }
}
