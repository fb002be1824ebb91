package org.seatside.camera;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// One picture from a camera. Never changes once published, so any thread may keep it as long as it likes.
public final class Frame {
    private final byte[] luminance;
    private final int width;
    private final int height;
    private final long captureNanos;
    private final long sequence;
    private final Supplier<int[]> colours;
    private int @Nullable [] argb;

    Frame(byte[] luminance, int width, int height, long captureNanos, long sequence, Supplier<int[]> colours) {
        this.luminance = luminance;
        this.width = width;
        this.height = height;
        this.captureNanos = captureNanos;
        this.sequence = sequence;
        this.colours = colours;
    }

    /// Grey values, 0 black to 255 white, `width * height` bytes, rows from the top without gaps. Not a copy:
    /// read only.
    public byte[] luminance() {
        return luminance;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// When the frame arrived, by [System#nanoTime()].
    public long captureNanos() {
        return captureNanos;
    }

    /// Rises by one with every frame the source published, over stops and starts; gaps are frames nobody
    /// looked at.
    public long sequence() {
        return sequence;
    }

    /// The same picture in colour, opaque 0xFFRRGGBB, for the preview. Made at the first call by the thread
    /// that calls, then kept. Not a copy: read only.
    public synchronized int[] argb() {
        int[] made = argb;
        if (made == null) {
            made = colours.get();
            argb = made;
        }
        return made;
    }

    @Override
    public String toString() {
        return "Frame[" + sequence + ", " + width + "x" + height + "]";
    }
}
