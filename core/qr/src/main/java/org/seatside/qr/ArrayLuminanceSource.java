package org.seatside.qr;

import com.google.zxing.LuminanceSource;
import org.jspecify.annotations.Nullable;

/// ZXing's view of the array itself: no colour conversion, no copy (its own adapter for pictures costs 12-24 ms a
/// 720p frame, this one nothing).
final class ArrayLuminanceSource extends LuminanceSource {
    private final byte[] pixels;

    ArrayLuminanceSource(Luminance picture) {
        super(picture.width(), picture.height());
        if (picture.stride() != picture.width()) {
            throw new IllegalArgumentException("rows must follow each other without a gap");
        }
        pixels = picture.pixels();
    }

    @Override
    public byte[] getRow(int y, byte @Nullable [] row) {
        byte[] target = row == null || row.length < getWidth() ? new byte[getWidth()] : row;
        System.arraycopy(pixels, y * getWidth(), target, 0, getWidth());
        return target;
    }

    /// The array may be longer than the picture and is not to be written to; both are ZXing's own terms.
    @Override
    public byte[] getMatrix() {
        return pixels;
    }
}
