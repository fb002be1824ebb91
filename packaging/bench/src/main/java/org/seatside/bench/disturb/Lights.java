package org.seatside.bench.disturb;

import static org.seatside.bench.disturb.Disturbance.between;

import java.util.random.RandomGenerator;
import org.seatside.qr.Reading.Corner;

/// Disturbances of how bright things are.
final class Lights {
    private Lights() {}

    static Canvas noisy(Canvas canvas, double deviation, RandomGenerator random) {
        return canvas.changed((x, y, v) -> v + deviation * random.nextGaussian());
    }

    /// A tenth to a quarter of the light, darker in the dark, and the sensor's noise.
    static Canvas dark(Canvas canvas, Place place, RandomGenerator random) {
        double most = between(random, 22, 64);
        double gamma = between(random, 1, 2);
        double noise = between(random, 1.5, 5);
        return canvas.changed((x, y, v) -> 4 + most * StrictMath.pow(v / 255, gamma) + noise * random.nextGaussian());
    }

    /// A veil of light, stronger towards one side.
    static Canvas faint(Canvas canvas, Place place, RandomGenerator random) {
        double least = between(random, 0.06, 0.15);
        double slope = between(random, 0.05, 0.25);
        int width = canvas.width();
        return canvas.changed((x, y, v) -> {
            double left = least + slope * x / width;
            return 235 - left * (255 - v) - 60.0 * x / width + 2 * random.nextGaussian();
        });
    }

    static Canvas glare(Canvas canvas, Place place, RandomGenerator random) {
        Canvas lit = canvas;
        int spots = 1 + random.nextInt(3);
        for (int i = 0; i < spots; i++) {
            Corner spot = place.at(random.nextDouble(), random.nextDouble());
            double radius = place.side() * between(random, 0.07, 0.2) / Math.sqrt(spots);
            double longer = between(random, 1, 2);
            lit = lit.changed((x, y, v) -> {
                double dx = (x - spot.x()) / radius / longer;
                double dy = (y - spot.y()) / radius * longer;
                return v + 400 * StrictMath.exp(-(dx * dx + dy * dy));
            });
        }
        return lit;
    }

    static Canvas shadow(Canvas canvas, Place place, RandomGenerator random) {
        double left = between(random, 0.1, 0.35);
        double turn = between(random, 0, 2 * Math.PI);
        double nx = StrictMath.cos(turn);
        double ny = StrictMath.sin(turn);
        Corner on = place.at(between(random, 0.2, 0.8), between(random, 0.2, 0.8));
        double soft = between(random, 0.5, 4);
        return canvas.changed((x, y, v) -> {
            double away = ((x - on.x()) * nx + (y - on.y()) * ny) / soft;
            double share = Math.clamp(0.5 + away / 2, 0, 1);
            return v * (left + (1 - left) * share);
        });
    }

    /// Two grids that beat, and rows that flicker.
    static Canvas screen(Canvas canvas, Place place, RandomGenerator random) {
        double deep = between(random, 0.15, 0.45);
        double pitch = between(random, 2.05, 3.4);
        double turn = between(random, -0.15, 0.15);
        double rows = between(random, 60, 200);
        double phase = random.nextDouble();
        return canvas.changed((x, y, v) -> {
            double across = StrictMath.sin(2 * Math.PI * (x + turn * y) / pitch);
            double down = StrictMath.sin(2 * Math.PI * (y - turn * x) / pitch);
            double flicker = StrictMath.sin(2 * Math.PI * (y / rows + phase));
            return (20 + 0.85 * v) * (1 - deep / 2 + deep / 4 * (across + down) + deep / 3 * flicker);
        });
    }
}
