package org.seatside.qr.card;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/// Where a picture changes between dark and light both across and down, as matrix codes do: squares full of it
/// with little of it around them. Keeps its buffers.
final class TextureMap {
    private static final int BLOCK = 8;

    /// Sides of the squares in blocks: symbols of 32 to 360 pixels.
    private static final int[] SIDES = {4, 6, 8, 11, 15, 20, 27, 36, 45};

    /// Blocks of light that the place takes in around the square.
    private static final int MARGIN = 2;

    /// Two pixels that differ by less, in grey levels, differ by noise.
    private static final int NOISE = 20;

    /// Sum of differences over a block, in grey levels, that makes it texture.
    private static final int LEAST_CHANGE = 4 * NOISE;

    /// Of the square, how much must be texture more than of what surrounds it.
    private static final float LEAST_CONTRAST = 0.35f;

    private int columns;
    private int rows;
    private int[] sums = new int[0];

    /// A part of the picture, in pixels.
    record Place(int left, int top, int width, int height, double score) {
        private boolean overlaps(Place other) {
            int across = Math.min(left + width, other.left + other.width) - Math.max(left, other.left);
            int down = Math.min(top + height, other.top + other.height) - Math.max(top, other.top);
            return across > 0 && down > 0 && (long) across * down * 2 > Math.min(area(), other.area());
        }

        private long area() {
            return (long) width * height;
        }
    }

    /// The places that stand out most, best first.
    List<Place> densest(GreyPicture picture, int most) {
        fill(picture);
        List<Place> best = new ArrayList<>();
        for (int side : SIDES) {
            List<Place> ofSide = new ArrayList<>();
            int step = Math.max(1, side / 8);
            for (int row = 0; row + side <= rows; row += step) {
                for (int column = 0; column + side <= columns; column += step) {
                    float score = contrast(column, row, side);
                    if (score > LEAST_CONTRAST) {
                        // a small square inside a symbol stands out a little, the whole symbol much
                        ofSide.add(place(picture, column, row, side, side * score));
                    }
                }
            }
            keepApart(ofSide, most);
            best.addAll(ofSide);
        }
        keepApart(best, most);
        return best;
    }

    private static void keepApart(List<Place> places, int most) {
        places.sort(Comparator.comparingDouble(Place::score).reversed());
        List<Place> kept = new ArrayList<>();
        for (Place place : places) {
            if (kept.size() < most && kept.stream().noneMatch(place::overlaps)) {
                kept.add(place);
            }
        }
        places.clear();
        places.addAll(kept);
    }

    /// Marks blocks that change both ways and sums them up from the top left.
    private void fill(GreyPicture picture) {
        columns = picture.width() / BLOCK;
        rows = picture.height() / BLOCK;
        int size = (columns + 1) * (rows + 1);
        if (sums.length < size) {
            sums = new int[size];
        }
        Arrays.fill(sums, 0, size, 0);
        for (int row = 0; row < rows; row++) {
            int before = 0;
            for (int column = 0; column < columns; column++) {
                before += isTexture(picture, column * BLOCK, row * BLOCK) ? 1 : 0;
                sums[(row + 1) * (columns + 1) + column + 1] = sums[row * (columns + 1) + column + 1] + before;
            }
        }
    }

    private static boolean isTexture(GreyPicture picture, int left, int top) {
        int right = Math.min(left + BLOCK, picture.width() - 2);
        int bottom = Math.min(top + BLOCK, picture.height() - 2);
        int across = 0;
        int down = 0;
        for (int y = top; y < bottom; y += 2) {
            for (int x = left; x < right; x += 2) {
                int here = picture.at(x, y);
                across += change(picture.at(x + 2, y), here);
                down += change(picture.at(x, y + 2), here);
            }
        }
        return across > LEAST_CHANGE && down > LEAST_CHANGE;
    }

    private static int change(int one, int other) {
        int difference = Math.abs(one - other);
        return difference < NOISE ? 0 : difference;
    }

    private float contrast(int column, int row, int side) {
        int inside = sum(column, row, column + side, row + side);
        int left = Math.max(0, column - 1);
        int top = Math.max(0, row - 1);
        int right = Math.min(columns, column + side + 1);
        int bottom = Math.min(rows, row + side + 1);
        int ring = (right - left) * (bottom - top) - side * side;
        int around = sum(left, top, right, bottom) - inside;
        return (float) inside / (side * side) - (ring == 0 ? 0 : (float) around / ring);
    }

    private int sum(int left, int top, int right, int bottom) {
        int width = columns + 1;
        return sums[bottom * width + right]
                - sums[top * width + right]
                - sums[bottom * width + left]
                + sums[top * width + left];
    }

    private static Place place(GreyPicture picture, int column, int row, int side, float score) {
        int left = Math.max(0, (column - MARGIN) * BLOCK);
        int top = Math.max(0, (row - MARGIN) * BLOCK);
        int right = Math.min(picture.width(), (column + side + MARGIN) * BLOCK);
        int bottom = Math.min(picture.height(), (row + side + MARGIN) * BLOCK);
        return new Place(left, top, right - left, bottom - top, score);
    }
}
