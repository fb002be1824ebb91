package org.seatside.service.log;

/// The log gave no answer for a command: it may or may not be in it. Appending it again under the same id is
/// safe.
public final class NotAppendedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NotAppendedException(String message) {
        super(message);
    }

    public NotAppendedException(String message, Throwable cause) {
        super(message, cause);
    }
}
