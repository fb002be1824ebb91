package org.seatside.service.lms;

/// The learning management system did not do what it was asked. The message names no person and no secret.
public final class LmsException extends Exception {
    private static final long serialVersionUID = 1;

    public LmsException(String message) {
        super(message);
    }

    public LmsException(String message, Throwable cause) {
        super(message, cause);
    }
}
