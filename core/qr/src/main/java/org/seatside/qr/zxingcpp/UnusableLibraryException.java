package org.seatside.qr.zxingcpp;

/// A library that is no zxing-cpp we can call; the message says why.
final class UnusableLibraryException extends Exception {
    private static final long serialVersionUID = 1L;

    UnusableLibraryException(String message) {
        super(message);
    }
}
