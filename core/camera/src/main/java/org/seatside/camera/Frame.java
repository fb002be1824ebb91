package org.seatside.camera;

/// One picture from a camera. Never changes once published, so any thread may keep it as long as it likes.
public final class Frame {
    private final byte[] luminance;
    private final int width;
    private final int height;
    private final long captureNanos;
    private final long sequence;
    private final Colours colours;

    /// Where the colours of a frame come from. Any thread.
    @FunctionalInterface
    interface Colours {
        /// @param argb of at least a frame's size, to be filled from its beginning
        void write(int[] argb);
    }

    Frame(byte[] luminance, int width, int height, long captureNanos, long sequence, Colours colours) {
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

    /// Writes the same picture in colour, opaque 0xFFRRGGBB, for a preview; where the caller keeps the array,
    /// nothing is allocated. One pass over the pixels, 1 to 3 ms for 1280x720.
    ///
    /// @param argb at least `width * height` long, filled from its beginning
    public void writeArgb(int[] argb) {
        colours.write(argb);
    }

    @Override
    public String toString() {
        return "Frame[" + sequence + ", " + width + "x" + height + "]";
    }
}
