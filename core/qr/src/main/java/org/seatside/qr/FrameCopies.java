package org.seatside.qr;

/// Copies of a frame in buffers that are kept: the whole at a size that live video can afford, and parts at
/// full size.
/// Each is valid until it is made again.
final class FrameCopies {
    private static final Luminance NOTHING = Luminance.of(new byte[0], 0, 0);

    private final int largestSide;
    private byte[] whole = new byte[0];
    private byte[] part = new byte[0];

    /// @param largestSide pixels of the longer side that [#fitting] keeps within by halving
    FrameCopies(int largestSide) {
        this.largestSide = largestSide;
    }

    /// The picture itself where it is small enough and its rows follow each other without gaps.
    Luminance fitting(Luminance picture) {
        int step = 1;
        while (Math.max(picture.width(), picture.height()) / step > largestSide) {
            step *= 2;
        }
        if (step == 1 && picture.stride() == picture.width()) {
            return picture;
        }
        int width = picture.width() / step;
        int height = picture.height() / step;
        whole = grown(whole, width * height);
        for (int y = 0; y < height; y++) {
            shrinkRow(picture, y * step, step, y * width, width);
        }
        return Luminance.of(whole, width, height);
    }

    /// The means of squares of pixels, of at most four pixels in each direction: all of them hardly show more
    /// and take four times as long on the largest frames.
    private void shrinkRow(Luminance picture, int row, int step, int to, int width) {
        byte[] pixels = picture.pixels();
        int apart = Math.max(1, step / 4);
        int count = (step / apart) * (step / apart);
        for (int x = 0; x < width; x++) {
            int sum = count / 2;
            for (int j = 0; j < step; j += apart) {
                int from = (row + j) * picture.stride() + x * step;
                for (int i = 0; i < step; i += apart) {
                    sum += pixels[from + i] & 255;
                }
            }
            whole[to + x] = (byte) (sum / count);
        }
    }

    /// A part of the picture, cut where it reaches beyond; empty where nothing of it is inside.
    Luminance part(Luminance picture, int left, int top, int right, int bottom) {
        int width = right - left;
        int height = bottom - top;
        if (width <= 0 || height <= 0) {
            return NOTHING;
        }
        part = grown(part, width * height);
        for (int y = 0; y < height; y++) {
            System.arraycopy(picture.pixels(), (top + y) * picture.stride() + left, part, y * width, width);
        }
        return Luminance.of(part, width, height);
    }

    static byte[] grown(byte[] buffer, int length) {
        return buffer.length < length ? new byte[length] : buffer;
    }
}
