package org.seatside.kiosk.scan;

/// A text read from a frame.
///
/// @param frame sequence number of the frame
/// @param captureNanos when the frame arrived, by [System#nanoTime]
public record Scan(String text, long frame, long captureNanos) {
    /// Without the text.
    @Override
    public String toString() {
        return "Scan[frame " + frame + ", " + text.length() + " characters]";
    }
}
