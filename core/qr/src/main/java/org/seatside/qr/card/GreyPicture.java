package org.seatside.qr.card;

/// Rows without gaps, 0 for black. The array may be longer than the picture.
final class GreyPicture {
    private final byte[] pixels;
    private final int width;
    private final int height;

    GreyPicture(byte[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
    }

    byte[] pixels() {
        return pixels;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    int at(int x, int y) {
        return pixels[y * width + x] & 0xff;
    }

    /// Between the four pixels around a place; the place is inside the outermost pixels' centres.
    float between(float x, float y) {
        int left = Math.min((int) x, width - 2);
        int top = Math.min((int) y, height - 2);
        float right = x - left;
        float down = y - top;
        int at = top * width + left;
        float upper = (pixels[at] & 0xff) * (1 - right) + (pixels[at + 1] & 0xff) * right;
        float lower = (pixels[at + width] & 0xff) * (1 - right) + (pixels[at + width + 1] & 0xff) * right;
        return upper * (1 - down) + lower * down;
    }
}
