package org.seatside.admin.room;

/// A part of a photo, in shares of its width and height, within the photo and never smaller than a tag can be.
///
/// @param x left edge, 0 to 1
/// @param y upper edge, 0 to 1
record TagArea(double x, double y, double width, double height) {
    /// The middle of the photo, where most hold what they photograph.
    static final TagArea MIDDLE = new TagArea(0.2, 0.2, 0.6, 0.6);

    private static final double LEAST = 0.05;

    TagArea {
        width = Math.clamp(width, LEAST, 1);
        height = Math.clamp(height, LEAST, 1);
        x = Math.clamp(x, 0, 1 - width);
        y = Math.clamp(y, 0, 1 - height);
    }

    /// The area between two corners, in any order.
    static TagArea between(double x1, double y1, double x2, double y2) {
        return new TagArea(Math.min(x1, x2), Math.min(y1, y2), Math.abs(x2 - x1), Math.abs(y2 - y1));
    }

    TagArea moved(double right, double down) {
        return new TagArea(x + right, y + down, width, height);
    }

    /// Wider and higher by so much, around the same middle.
    TagArea grown(double wider, double higher) {
        return new TagArea(x - wider / 2, y - higher / 2, width + wider, height + higher);
    }
}
