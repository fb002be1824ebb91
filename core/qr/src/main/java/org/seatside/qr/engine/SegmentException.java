package org.seatside.qr.engine;

/// The codewords were corrected but do not form segments as the standard has them: no text comes out.
final class SegmentException extends Exception {
    SegmentException(String message) {
        super(message);
    }
}
