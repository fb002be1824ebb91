package org.seatside.bench.generate;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/// A room far out of focus: a wall, a desk, and some furniture without edges.
///
/// @param desk where the desk begins, share of the height
record Room(int width, int height, double wall, double desk, List<Blur> blurs) implements Texture {

    /// @param softness width of its edges, pixels
    record Blur(double x, double y, double halfWidth, double halfHeight, double softness, double change) {
        double at(double atX, double atY) {
            double insideX = Math.clamp((halfWidth - Math.abs(atX - x)) / softness + 0.5, 0, 1);
            double insideY = Math.clamp((halfHeight - Math.abs(atY - y)) / softness + 0.5, 0, 1);
            return change * Light.smooth(insideX) * Light.smooth(insideY);
        }
    }

    Room {
        blurs = List.copyOf(blurs);
    }

    static Room draw(int width, int height, SplittableRandom random) {
        List<Blur> blurs = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            blurs.add(new Blur(
                    random.nextDouble(0, width),
                    random.nextDouble(0, height),
                    random.nextDouble(30, 260),
                    random.nextDouble(30, 200),
                    random.nextDouble(50, 160),
                    random.nextDouble(-0.16, 0.2)));
        }
        return new Room(width, height, random.nextDouble(0.22, 0.45), random.nextDouble(0.6, 0.85), blurs);
    }

    @Override
    public double reflectance(double x, double y) {
        double value = wall - 0.12 * Light.smooth(Math.clamp((y / height - desk) / 0.08, 0, 1)) + 0.04 * (x / width);
        for (Blur blur : blurs) {
            value += blur.at(x, y);
        }
        return Math.clamp(value, 0.02, 0.9);
    }
}
