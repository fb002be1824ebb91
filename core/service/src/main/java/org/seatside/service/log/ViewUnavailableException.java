package org.seatside.service.log;

/// A read found no view to read from: it is being opened, rebuilt or replaced by a snapshot. Asking again is safe.
public final class ViewUnavailableException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public ViewUnavailableException(String message) {
        super(message);
    }
}
