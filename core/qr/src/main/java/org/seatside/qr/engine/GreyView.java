package org.seatside.qr.engine;

/// A plane of grey values read between its pixels. Pixel (x, y) covers [x, x+1) × [y, y+1); outside, the nearest one is
/// taken. Values are 0 … 255 whatever the plane holds, dark low.
final class GreyView {
    private byte[] pixels = new byte[0];
    private int width;
    private int height;
    private double right;
    private double bottom;
    private float gain = 1;
    private float offset;

    /// Grey values as they are, or with dark and light exchanged. At least 2x2 pixels.
    void showGrey(byte[] pixels, int width, int height, boolean inverted) {
        show(pixels, width, height);
        gain = inverted ? -1 : 1;
        offset = inverted ? 255 : 0;
    }

    /// A binary plane, 1 for dark.
    void showBinary(byte[] pixels, int width, int height, boolean inverted) {
        show(pixels, width, height);
        gain = inverted ? 255 : -255;
        offset = inverted ? 0 : 255;
    }

    private void show(byte[] pixels, int width, int height) {
        this.pixels = pixels;
        this.width = width;
        this.height = height;
        right = width - 0.501;
        bottom = height - 0.501;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /// Bilinear. Kept this short so that the compiler inlines it: nearly all time goes through here.
    float at(double x, double y) {
        if (!(x >= 0.5 && y >= 0.5 && x < right && y < bottom)) {
            return atBorder(x, y);
        }
        float u = (float) (x - 0.5);
        float v = (float) (y - 0.5);
        int column = (int) u;
        int row = (int) v;
        return between(row * width + column, u - column, v - row);
    }

    private float between(int p, float u, float v) {
        int a = pixels[p] & 255;
        int b = pixels[p + width] & 255;
        float upper = a + u * ((pixels[p + 1] & 255) - a);
        float lower = b + u * ((pixels[p + width + 1] & 255) - b);
        return (upper + v * (lower - upper)) * gain + offset;
    }

    private float atBorder(double x, double y) {
        double u = Math.clamp(x - 0.5, 0, width - 1.001);
        double v = Math.clamp(y - 0.5, 0, height - 1.001);
        int column = (int) u;
        int row = (int) v;
        return between(row * width + column, (float) (u - column), (float) (v - row));
    }

    /// How many steps from a place within the picture still lie in it, `most` at most. A symbol that the picture's
    /// edge cuts off ends there.
    double stepsInside(double x, double y, double dx, double dy, double most) {
        double steps = most;
        if (dx != 0) {
            steps = Math.min(steps, ((dx > 0 ? width : 0) - x) / dx);
        }
        if (dy != 0) {
            steps = Math.min(steps, ((dy > 0 ? height : 0) - y) / dy);
        }
        return steps;
    }

    /// Whether all within this distance of a place lies in the picture.
    boolean surrounds(double x, double y, double distance) {
        return x >= distance && y >= distance && x <= width - distance && y <= height - distance;
    }
}
