package org.seatside.qr;

import java.util.function.IntBinaryOperator;

/// The copies that retries work on.
final class Copies {
    private Copies() {}

    static final class Plain implements Copy {
        @Override
        public String name() {
            return "";
        }

        @Override
        public Luminance of(Luminance picture) {
            return picture;
        }
    }

    /// Dark and light exchanged: codes printed white on black.
    static final class Inverted implements Copy {
        private byte[] buffer = new byte[0];

        @Override
        public String name() {
            return "inverted";
        }

        @Override
        public Luminance of(Luminance picture) {
            int length = picture.width() * picture.height();
            buffer = grown(buffer, length);
            byte[] source = picture.pixels();
            for (int i = 0; i < length; i++) {
                buffer[i] = (byte) ~source[i];
            }
            return Luminance.of(buffer, picture.width(), picture.height());
        }
    }

    /// The mean of every 2x2 pixels: noise, moiré, patterned modules and very large codes.
    static final class Halved implements Copy {
        private byte[] buffer = new byte[0];

        @Override
        public String name() {
            return "half";
        }

        @Override
        public double scale() {
            return 0.5;
        }

        @Override
        public boolean suits(Luminance picture) {
            return Math.min(picture.width(), picture.height()) / 2 >= QrReader.SMALLEST_SIDE;
        }

        @Override
        public Luminance of(Luminance picture) {
            int width = picture.width() / 2;
            int height = picture.height() / 2;
            buffer = grown(buffer, width * height);
            byte[] p = picture.pixels();
            for (int y = 0; y < height; y++) {
                int upper = 2 * y * picture.width();
                int lower = upper + picture.width();
                for (int x = 0; x < width; x++) {
                    int sum = (p[upper + 2 * x] & 0xff)
                            + (p[upper + 2 * x + 1] & 0xff)
                            + (p[lower + 2 * x] & 0xff)
                            + (p[lower + 2 * x + 1] & 0xff);
                    buffer[y * width + x] = (byte) ((sum + 2) >> 2);
                }
            }
            return Luminance.of(buffer, width, height);
        }
    }

    /// Twice the size by linear interpolation (weights 9, 3, 3, 1 of 16): modules of one or two pixels.
    static final class Doubled implements Copy {
        /// Above this the modules of any code that fits are large enough, and the copy would be four times as large.
        private static final int LARGEST_SIDE = 2048;

        private byte[] buffer = new byte[0];

        @Override
        public String name() {
            return "double";
        }

        @Override
        public double scale() {
            return 2;
        }

        @Override
        public boolean suits(Luminance picture) {
            return Math.max(picture.width(), picture.height()) <= LARGEST_SIDE;
        }

        @Override
        public Luminance of(Luminance picture) {
            int width = picture.width() * 2;
            int height = picture.height() * 2;
            buffer = grown(buffer, width * height);
            for (int y = 0; y < height; y++) {
                int near = y / 2;
                int far = Math.clamp(near + ((y & 1) == 0 ? -1 : 1), 0, picture.height() - 1);
                doubleRow(picture, near * picture.width(), far * picture.width(), y * width);
            }
            return Luminance.of(buffer, width, height);
        }

        private void doubleRow(Luminance picture, int near, int far, int target) {
            byte[] p = picture.pixels();
            int last = picture.width() - 1;
            int before = mix(p, near, far);
            int here = before;
            for (int x = 0; x <= last; x++) {
                int next = Math.min(x + 1, last);
                int after = mix(p, near + next, far + next);
                buffer[target + 2 * x] = (byte) ((3 * here + before + 8) >> 4);
                buffer[target + 2 * x + 1] = (byte) ((3 * here + after + 8) >> 4);
                before = here;
                here = after;
            }
        }

        private static int mix(byte[] p, int near, int far) {
            return 3 * (p[near] & 0xff) + (p[far] & 0xff);
        }
    }

    /// The mean of every 3x3 or more pixels: dotted and textured modules.
    static final class BoxBlurred implements Copy {
        private final int radius;
        private final BoxMean mean = new BoxMean();
        private byte[] buffer = new byte[0];

        BoxBlurred(int radius) {
            this.radius = radius;
        }

        @Override
        public String name() {
            return "blur";
        }

        @Override
        public Luminance of(Luminance picture) {
            buffer = grown(buffer, picture.width() * picture.height());
            mean.apply(picture.pixels(), picture.width(), picture.height(), radius, buffer);
            return Luminance.of(buffer, picture.width(), picture.height());
        }
    }

    /// Unsharp mask, `p + gain (p - mean)`: defocus and soft prints.
    static final class Unsharp implements Copy {
        private final int radius;
        private final int gainInSixteenths;
        private final BoxBlurred blurred;

        Unsharp(int radius, double gain) {
            this.radius = radius;
            gainInSixteenths = (int) Math.round(gain * 16);
            blurred = new BoxBlurred(radius);
        }

        @Override
        public String name() {
            return "unsharp";
        }

        @Override
        public boolean suits(Luminance picture) {
            return Math.min(picture.width(), picture.height()) > 2 * radius;
        }

        @Override
        public Luminance of(Luminance picture) {
            Luminance mean = blurred.of(picture);
            combine(picture, mean, (p, m) -> p + ((gainInSixteenths * (p - m)) >> 4));
            return mean;
        }
    }

    /// Grey values in units of their local deviation, `128 + 64 (p - mean) / mean |p - mean|`: dim, shadowed and
    /// washed-out codes.
    static final class LocalContrast implements Copy {
        private static final int LEAST_DEVIATION = 3;
        private static final int LEAST_RADIUS = 8;
        private static final int RADII_PER_SIDE = 24;

        private final BoxMean mean = new BoxMean();
        private byte[] means = new byte[0];
        private byte[] distances = new byte[0];
        private byte[] deviations = new byte[0];

        @Override
        public String name() {
            return "contrast";
        }

        @Override
        public double nanosPerPixel() {
            return 12;
        }

        @Override
        public Luminance of(Luminance picture) {
            int width = picture.width();
            int height = picture.height();
            int length = width * height;
            int radius = Math.max(LEAST_RADIUS, Math.min(width, height) / RADII_PER_SIDE);
            means = grown(means, length);
            distances = grown(distances, length);
            deviations = grown(deviations, length);
            mean.apply(picture.pixels(), width, height, radius, means);
            byte[] p = picture.pixels();
            for (int i = 0; i < length; i++) {
                distances[i] = (byte) Math.abs((p[i] & 0xff) - (means[i] & 0xff));
            }
            mean.apply(distances, width, height, radius, deviations);
            for (int i = 0; i < length; i++) {
                int deviation = Math.max(deviations[i] & 0xff, LEAST_DEVIATION);
                int value = 128 + 64 * ((p[i] & 0xff) - (means[i] & 0xff)) / deviation;
                distances[i] = (byte) Math.clamp(value, 0, 255);
            }
            return Luminance.of(distances, width, height);
        }
    }

    /// One copy made from another.
    static final class Chained implements Copy {
        private final Copy first;
        private final Copy second;

        Chained(Copy first, Copy second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public String name() {
            return first.name() + "+" + second.name();
        }

        @Override
        public double scale() {
            return first.scale() * second.scale();
        }

        @Override
        public boolean suits(Luminance picture) {
            return first.suits(picture) && second.suits(picture);
        }

        @Override
        public Luminance of(Luminance picture) {
            return second.of(first.of(picture));
        }
    }

    private static void combine(Luminance picture, Luminance target, IntBinaryOperator operator) {
        byte[] p = picture.pixels();
        byte[] t = target.pixels();
        for (int i = 0; i < picture.width() * picture.height(); i++) {
            t[i] = (byte) Math.clamp(operator.applyAsInt(p[i] & 0xff, t[i] & 0xff), 0, 255);
        }
    }

    private static byte[] grown(byte[] buffer, int length) {
        return buffer.length < length ? new byte[length] : buffer;
    }
}
