package org.seatside.bench.generate;

/// Things that are no codes but look a little like some: functions of a place in the picture that say dark or
/// light.
final class Prints {
    private Prints() {}

    /// Lines of a made-up script: 5 x 7 cells a letter, strokes chosen by the letter's place.
    static boolean text(double u, double v) {
        int line = (int) Math.floor(v / 11);
        double inLine = v - line * 11.0;
        int letter = (int) Math.floor(u / 7);
        double x = u - letter * 7.0;
        long hash = hash(letter, line);
        if (inLine > 7 || x > 5 || hash % 6 == 0) {
            return false;
        }
        boolean stroke = false;
        stroke |= (hash & 0x10) != 0 && x < 1.1;
        stroke |= (hash & 0x20) != 0 && x > 3.9;
        stroke |= (hash & 0x40) != 0 && inLine < 1.1;
        stroke |= (hash & 0x80) != 0 && inLine > 5.9;
        stroke |= (hash & 0x100) != 0 && Math.abs(inLine - 3.5) < 0.6;
        stroke |= (hash & 0x600) == 0x600 && Math.abs(x * 1.4 - inLine) < 0.8;
        stroke |= (hash & 0x1800) == 0x1800 && Math.abs(x - 2.5) < 0.6;
        return stroke;
    }

    /// Vertical bars of 1 to 4 units, as a barcode's.
    static boolean bars(double u) {
        int group = (int) Math.floor(u / 10);
        double x = u - group * 10.0;
        int split = 1 + (int) (hash(group, 3) % 4);
        int second = 5 + (int) (hash(group, 4) % 2);
        return x < split || (x >= second && x < second + 1 + hash(group, 5) % 3);
    }

    /// Bricks 24 x 10 with light joints.
    static boolean bricks(double u, double v) {
        int row = (int) Math.floor(v / 10);
        double x = u + (row % 2 == 0 ? 0 : 12);
        return v - row * 10.0 > 1.4 && x - Math.floor(x / 24) * 24 > 1.4;
    }

    /// Cells of a unit, each dark or light by chance.
    static boolean checks(double u, double v) {
        return (hash((int) Math.floor(u), (int) Math.floor(v)) & 1) == 1;
    }

    /// Rings around points 40 apart, dark and light by turns as a finder's cross-section.
    static boolean rings(double u, double v) {
        double x = u - Math.floor(u / 40) * 40 - 20;
        double y = v - Math.floor(v / 40) * 40 - 20;
        double r = Math.sqrt(x * x + y * y);
        return r < 4.5 || (r >= 7.5 && r < 10.5) || (r >= 13.5 && r < 16);
    }

    /// Finder patterns (ISO/IEC 18004, 6.3.3) scattered with nothing that goes with them.
    static boolean nearFinders(double u, double v) {
        int column = (int) Math.floor(u / 26);
        int row = (int) Math.floor(v / 26);
        long hash = hash(column, row);
        if (hash % 3 == 0) {
            return false;
        }
        double x = Math.abs(u - column * 26.0 - 8 - (hash >> 8) % 9);
        double y = Math.abs(v - row * 26.0 - 8 - (hash >> 16) % 9);
        double far = Math.max(x, y);
        return far < 1.5 || (far >= 2.5 && far < 3.5);
    }

    /// A marbled ground, between -1 and 1.
    static double waves(double u, double v) {
        double bend = StrictMath.sin(v * 0.31) * 2.2 + StrictMath.sin(u * 0.17 + 1) * 1.5;
        return 0.6 * StrictMath.sin(u * 0.53 + bend) + 0.4 * StrictMath.sin(v * 1.1 - 1.3 * bend);
    }

    /// Thirty-one well mixed bits of two numbers (the finisher of SplitMix64, Steele et al. 2014).
    static long hash(int a, int b) {
        long z = a * 0x9e3779b97f4a7c15L + b * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 30)) * 0xbf58476d1ce4e5b9L;
        z = (z ^ (z >>> 27)) * 0x94d049bb133111ebL;
        return (z ^ (z >>> 31)) & 0x7fffffffL;
    }
}
