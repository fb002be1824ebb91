package org.seatside.kiosk.checkin;

/// A check-in could not be put on the device.
public final class NotRecordedException extends Exception {
    private static final long serialVersionUID = 1L;

    public NotRecordedException(Throwable cause) {
        super("The check-in could not be recorded on this kiosk", cause);
    }
}
