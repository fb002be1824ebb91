package org.seatside.qr;

import java.util.Objects;
import java.util.Optional;
import org.seatside.qr.engine.Deadline;

/// A grey picture: one byte a pixel, 0 black to 255 white, row after row, `stride` bytes from one row to the next.
///
/// The array is not copied. Whoever made it may write the next frame into it as soon as a call that was given this
/// object has returned; [QrReader] never writes to it and keeps no reference to it.
public final class Luminance {
    private final byte[] pixels;
    private final int width;
    private final int height;
    private final int stride;

    private Luminance(byte[] pixels, int width, int height, int stride) {
        this.pixels = Objects.requireNonNull(pixels);
        this.width = width;
        this.height = height;
        this.stride = stride;
        if (width < 0 || height < 0 || stride < width) {
            throw new IllegalArgumentException("a picture of " + width + "x" + height + " with stride " + stride);
        }
        if (width > 0 && height > 0 && (long) (height - 1) * stride + width > pixels.length) {
            throw new IllegalArgumentException(
                    pixels.length + " bytes hold no " + width + "x" + height + " picture with stride " + stride);
        }
    }

    /// A picture whose rows follow each other without a gap. The array may be longer than the picture.
    ///
    /// @throws IllegalArgumentException if the array is too short or a side is negative
    public static Luminance of(byte[] pixels, int width, int height) {
        return new Luminance(pixels, width, height, width);
    }

    /// A picture whose rows start `stride` bytes apart.
    ///
    /// @throws IllegalArgumentException if the array is too short, a side is negative or the stride below the width
    public static Luminance ofRows(byte[] pixels, int width, int height, int stride) {
        return new Luminance(pixels, width, height, stride);
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    /// Bytes from the start of one row to the start of the next.
    public int stride() {
        return stride;
    }

    /// The array itself, not a copy: read it, do not write to it.
    public byte[] pixels() {
        return pixels;
    }

    /// This picture if no side is longer than `side`, else a smaller one of the same shape.
    ///
    /// @throws IllegalArgumentException if `side` is below 1
    public Luminance shrunkTo(int side) {
        return shrunkTo(side, Deadline.never()).orElseThrow();
    }

    /// The same, or nothing where the deadline passes before it is done.
    Optional<Luminance> shrunkTo(int side, Deadline deadline) {
        if (side < 1) {
            throw new IllegalArgumentException("a picture cannot be shrunk to " + side + " pixels");
        }
        int longer = Math.max(width, height);
        if (longer <= side) {
            return Optional.of(this);
        }
        return AreaMean.shrink(this, fitted(width, side, longer), fitted(height, side, longer), deadline);
    }

    private static int fitted(int length, int side, int longer) {
        return length == 0 ? 0 : Math.max(1, (int) Math.round((double) length * side / longer));
    }

    @Override
    public String toString() {
        return "Luminance[" + width + "x" + height + ", stride " + stride + "]";
    }
}
