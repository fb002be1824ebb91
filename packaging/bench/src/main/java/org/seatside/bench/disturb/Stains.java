package org.seatside.bench.disturb;

import static org.seatside.bench.disturb.Disturbance.between;

import java.util.random.RandomGenerator;
import org.seatside.qr.Reading.Corner;

/// Disturbances of what is printed.
final class Stains {
    private Stains() {}

    /// A patch over part of the first finder, or of the next ones.
    static Canvas covered(Canvas canvas, Place place, RandomGenerator random) {
        int which = random.nextInt(3);
        double u = which == 1 ? 0.88 : 0.12;
        double v = which == 2 ? 0.88 : 0.12;
        Corner on = place.at(u + between(random, -0.1, 0.1), v + between(random, -0.1, 0.1));
        double radius = place.side() * between(random, 0.06, 0.16);
        double tone = random.nextInt(256);
        return canvas.changed((x, y, light) -> Math.hypot(x - on.x(), y - on.y()) < radius ? tone : light);
    }

    static Canvas logo(Canvas canvas, Place place, RandomGenerator random) {
        Corner on = place.at(0.5, 0.5);
        double half = place.side() * between(random, 0.08, 0.13);
        double tone = random.nextInt(256);
        double other = random.nextInt(256);
        return canvas.changed((x, y, light) -> {
            double away = Math.max(Math.abs(x - on.x()), Math.abs(y - on.y()));
            return away > half ? light : away > half * 0.7 ? other : tone;
        });
    }

    static Canvas scratched(Canvas canvas, Place place, RandomGenerator random) {
        Canvas scratched = canvas;
        for (int i = 0; i < 4; i++) {
            Corner on = place.at(random.nextDouble(), random.nextDouble());
            double turn = between(random, 0, Math.PI);
            double nx = StrictMath.cos(turn);
            double ny = StrictMath.sin(turn);
            double wide = place.side() * between(random, 0.006, 0.02);
            double tone = random.nextBoolean() ? 235 : 40;
            scratched = scratched.changed((x, y, light) ->
                    Math.abs((x - on.x()) * nx + (y - on.y()) * ny) < wide ? tone : light);
        }
        return scratched;
    }

    /// The darkest, or lightest, within 0.6 to 1.1 % of the code's side.
    static Canvas spread(Canvas canvas, Place place, RandomGenerator random) {
        double radius = Math.max(0.8, between(random, 0.006, 0.011) * place.side());
        boolean darker = random.nextBoolean();
        int reach = (int) Math.ceil(radius);
        return canvas.changed((x, y, light) -> {
            double most = light;
            for (int dy = -reach; dy <= reach; dy++) {
                for (int dx = -reach; dx <= reach; dx++) {
                    if (dx * dx + dy * dy <= radius * radius) {
                        double there = canvas.light(x + dx, y + dy);
                        most = darker ? Math.min(most, there) : Math.max(most, there);
                    }
                }
            }
            return most;
        });
    }

    /// Hatching or checks finer than a module, dark on dark and light on light.
    static Canvas textured(Canvas canvas, Place place, RandomGenerator random) {
        double pitch = Math.max(2, place.side() * between(random, 0.01, 0.05));
        double turn = between(random, 0, Math.PI);
        double cos = StrictMath.cos(turn);
        double sin = StrictMath.sin(turn);
        double deep = between(random, 40, 110);
        boolean checks = random.nextBoolean();
        return canvas.changed((x, y, light) -> {
            double u = StrictMath.sin(2 * Math.PI * (cos * x + sin * y) / pitch);
            double w = checks ? StrictMath.sin(2 * Math.PI * (cos * y - sin * x) / pitch) : 1;
            return 128 + 0.7 * (light - 128) + deep / 2 * u * w;
        });
    }
}
