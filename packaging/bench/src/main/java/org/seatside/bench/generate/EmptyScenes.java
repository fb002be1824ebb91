package org.seatside.bench.generate;

import java.util.List;
import java.util.SplittableRandom;

/// The empty frames: a room, or a surface with a print on it that fills the picture, as large as a code might
/// be.
final class EmptyScenes {
    private static final int WIDTH = 1280;
    private static final int HEIGHT = 720;

    private EmptyScenes() {}

    static Scene of(EmptyKind kind, SplittableRandom random) {
        Light light = Light.EVEN.sloping(random.nextDouble(-0.4, 0.4), random.nextDouble(-0.3, 0.3));
        Lens lens = new Lens(random.nextDouble(0.4, 1.2), 0, 0);
        Sensor sensor = Sensor.GOOD
                .exposed(random.nextDouble(0.6, 1.05))
                .noisy(kind == EmptyKind.NOISE ? random.nextDouble(15, 60) : random.nextDouble(1, 5));
        return new Scene(WIDTH, HEIGHT, background(kind, random), List.of(), light, lens, sensor, 0);
    }

    private static Texture background(EmptyKind kind, SplittableRandom random) {
        Room room = Room.draw(WIDTH, HEIGHT, random);
        double module = random.nextDouble(2.2, 7);
        double angle = StrictMath.toRadians(random.nextDouble(-12, 12));
        double cos = StrictMath.cos(angle) / module;
        double sin = StrictMath.sin(angle) / module;
        return switch (kind) {
            case ROOM -> room;
            case NOISE -> (x, y) -> 0.2;
            case TEXT -> printed(cos, sin, Prints::text);
            case BARS -> printed(cos, sin, (u, v) -> Prints.bars(u));
            case BRICKS -> printed(cos, sin, Prints::bricks);
            case CHECKS -> printed(cos, sin, Prints::checks);
            case RINGS -> printed(cos, sin, Prints::rings);
            case NEAR_FINDERS -> printed(cos, sin, Prints::nearFinders);
        };
    }

    private interface Print {
        boolean dark(double u, double v);
    }

    /// The mean of 2 x 2 places within the pixel.
    private static Texture printed(double cos, double sin, Print print) {
        return (x, y) -> {
            int dark = 0;
            for (int i = 0; i < 4; i++) {
                double atX = x + (i % 2) * 0.5 - 0.25;
                double atY = y + Math.floorDiv(i, 2) * 0.5 - 0.25;
                dark += print.dark(atX * cos - atY * sin, atX * sin + atY * cos) ? 1 : 0;
            }
            return Sheet.PAPER - (Sheet.PAPER - Sheet.INK) * dark / 4;
        };
    }
}
