package org.seatside.camera;

/// Frames a second, smoothed, and told at most once a second.
final class FrameRate {
    private static final long SECOND = 1_000_000_000L;
    private static final double NEW_SHARE = 0.1;

    private long last;
    private long told;
    private double meanNanos;

    void add(long now) {
        if (last != 0) {
            long interval = now - last;
            meanNanos = meanNanos == 0 ? interval : meanNanos + NEW_SHARE * (interval - meanNanos);
        } else {
            told = now;
        }
        last = now;
    }

    boolean due(long now) {
        if (now - told < SECOND) {
            return false;
        }
        told = now;
        return true;
    }

    /// To one decimal; 0 before the second frame.
    double perSecond() {
        return meanNanos == 0 ? 0 : Math.round(10.0 * SECOND / meanNanos) / 10.0;
    }
}
