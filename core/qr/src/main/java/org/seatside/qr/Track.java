package org.seatside.qr;

/// A part of the picture where a code was read, located or hinted at in an earlier frame. Pooled.
final class Track {
    /// A hand moves about this share of the code's size from frame to frame.
    private static final double MOVES = 0.2;

    private static final double MOVES_PIXELS = 16;

    /// After so many looks in vain it is probably no code; it is then looked at seldom.
    private static final int PATIENCE = 20;

    private static final int SELDOM = 8;

    private double left;
    private double top;
    private double right;
    private double bottom;
    private long seenNanos;
    private int looks;

    void begin(double left, double top, double right, double bottom, long nanos) {
        looks = 0;
        see(left, top, right, bottom, nanos);
    }

    void see(double left, double top, double right, double bottom, long nanos) {
        this.left = left;
        this.top = top;
        this.right = right;
        this.bottom = bottom;
        seenNanos = nanos;
    }

    void wasRead() {
        looks = 0;
    }

    /// Counts a frame, and says whether to look closely in this one.
    boolean isDue() {
        looks++;
        return looks <= PATIENCE || looks % SELDOM == 0;
    }

    boolean holds(double x, double y) {
        return x > left && x < right && y > top && y < bottom;
    }

    long seenNanos() {
        return seenNanos;
    }

    /// Where the code may be in the next frame; may reach beyond the picture.
    double left() {
        return left - MOVES * (right - left) - MOVES_PIXELS;
    }

    double top() {
        return top - MOVES * (bottom - top) - MOVES_PIXELS;
    }

    double right() {
        return right + MOVES * (right - left) + MOVES_PIXELS;
    }

    double bottom() {
        return bottom + MOVES * (bottom - top) + MOVES_PIXELS;
    }
}
