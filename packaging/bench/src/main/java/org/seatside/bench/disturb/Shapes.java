package org.seatside.bench.disturb;

import static org.seatside.bench.disturb.Disturbance.between;

import java.util.random.RandomGenerator;
import org.seatside.bench.generate.Lens;
import org.seatside.qr.Reading.Corner;

/// Disturbances of where things lie.
final class Shapes {
    private static final int LARGEST = 1280;

    private Shapes() {}

    /// About the code's middle, in a picture that holds all of the code.
    static Canvas turned(Canvas canvas, Place place, double degrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        Corner middle = place.at(0.5, 0.5);
        int side = Math.max(Math.min(canvas.width(), canvas.height()), (int) (1.8 * place.side()));
        return canvas.warped(side, side, (x, y, to) -> {
            double u = x - side / 2.0;
            double v = y - side / 2.0;
            to[0] = middle.x() + cos * u + sin * v;
            to[1] = middle.y() - sin * u + cos * v;
        });
    }

    static Canvas tilted(Canvas canvas, Place place, RandomGenerator random) {
        return tilted(canvas, place, between(random, 45, 62), random.nextInt(360));
    }

    /// A plane whose axis lies in the picture, seen by a pinhole four code sides away.
    private static Canvas tilted(Canvas canvas, Place place, double degrees, double axisDegrees) {
        double cos = StrictMath.cos(StrictMath.toRadians(degrees));
        double sin = StrictMath.sin(StrictMath.toRadians(degrees));
        double ax = StrictMath.cos(StrictMath.toRadians(axisDegrees));
        double ay = StrictMath.sin(StrictMath.toRadians(axisDegrees));
        double away = 4 * place.side();
        Corner middle = place.at(0.5, 0.5);
        return canvas.warped(canvas.width(), canvas.height(), (x, y, to) -> {
            double along = (x - middle.x()) * ax + (y - middle.y()) * ay;
            double across = (y - middle.y()) * ax - (x - middle.x()) * ay;
            double depth = Math.max(0.05, 1 - across * sin / (cos * away));
            double a = along / depth;
            double b = across / cos / depth;
            to[0] = middle.x() + a * ax - b * ay;
            to[1] = middle.y() + a * ay + b * ax;
        });
    }

    /// Paper around a cylinder, its axis through the code's middle, seen from afar.
    static Canvas bent(Canvas canvas, Place place, RandomGenerator random) {
        double arc = StrictMath.toRadians(between(random, 60, 110));
        double angle = random.nextBoolean() ? 0 : between(random, 0, Math.PI);
        double ax = StrictMath.cos(angle);
        double ay = StrictMath.sin(angle);
        double radius = place.side() / arc;
        Corner middle = place.at(0.5, 0.5);
        return canvas.warped(canvas.width(), canvas.height(), (x, y, to) -> {
            double along = (x - middle.x()) * ax + (y - middle.y()) * ay;
            double across = (y - middle.y()) * ax - (x - middle.x()) * ay;
            double bent = radius * StrictMath.asin(Math.clamp(across / radius, -0.999, 0.999));
            to[0] = middle.x() + along * ax - bent * ay;
            to[1] = middle.y() + along * ay + bent * ax;
        });
    }

    static Canvas crumpled(Canvas canvas, Place place, RandomGenerator random) {
        double[] wave = new double[24];
        for (int i = 0; i < wave.length; i++) {
            wave[i] = random.nextDouble();
        }
        double most = between(random, 0.006, 0.014) * place.side();
        return canvas.warped(canvas.width(), canvas.height(), (x, y, to) -> {
            to[0] = x;
            to[1] = y;
            for (int i = 0; i < 6; i++) {
                double turn = 2 * Math.PI * wave[4 * i];
                double length = place.side() * (0.35 + 0.9 * wave[4 * i + 1]);
                double phase = (x * StrictMath.cos(turn) + y * StrictMath.sin(turn)) / length + wave[4 * i + 2];
                double shift = most * StrictMath.sin(2 * Math.PI * phase);
                to[0] += shift * StrictMath.cos(2 * Math.PI * wave[4 * i + 3]);
                to[1] += shift * StrictMath.sin(2 * Math.PI * wave[4 * i + 3]);
            }
        });
    }

    static Canvas stretched(Canvas canvas, double factor, boolean across) {
        double byX = across ? factor : 1;
        double byY = across ? 1 : factor;
        double fit = Math.min(1, LARGEST / Math.max(canvas.width() * byX, canvas.height() * byY));
        Canvas smaller = fit < 1 ? canvas.shrunk(fit) : canvas;
        int width = (int) (smaller.width() * byX);
        int height = (int) (smaller.height() * byY);
        return smaller.warped(width, height, (x, y, to) -> {
            to[0] = x / byX;
            to[1] = y / byY;
        });
    }

    static Canvas mirrored(Canvas canvas) {
        return canvas.warped(canvas.width(), canvas.height(), (x, y, to) -> {
            to[0] = canvas.width() - x;
            to[1] = y;
        });
    }

    /// The code alone, so large that a side of it is 90 % of the picture's.
    static Canvas enlarged(Canvas canvas, Place place, RandomGenerator random) {
        Corner middle = place.at(0.5, 0.5);
        double shown = 1.1 * Math.max(place.right() - place.left(), place.bottom() - place.top());
        double turn = between(random, -0.1, 0.1);
        return canvas.warped(LARGEST * 3 / 4, LARGEST * 3 / 4, (x, y, to) -> {
            double u = (x / (LARGEST * 3 / 4) - 0.5) * shown;
            double v = (y / (LARGEST * 3 / 4) - 0.5) * shown;
            to[0] = middle.x() + u + turn * v;
            to[1] = middle.y() - turn * u + v;
        });
    }

    /// One or two of the picture's edges run from 2 % outside to 2 % inside the code.
    static Canvas cut(Canvas canvas, Place place, RandomGenerator random) {
        int edges = 1 + random.nextInt(15);
        double inside = between(random, -0.02, 0.02) * place.side();
        int left = (edges & 1) == 0 ? 0 : (int) Math.clamp(place.left() + inside, 0, canvas.width() / 2.0);
        int top = (edges & 2) == 0 ? 0 : (int) Math.clamp(place.top() + inside, 0, canvas.height() / 2.0);
        int right = (edges & 4) == 0
                ? canvas.width()
                : (int) Math.clamp(place.right() - inside, canvas.width() / 2.0, canvas.width());
        int bottom = (edges & 8) == 0
                ? canvas.height()
                : (int) Math.clamp(place.bottom() - inside, canvas.height() / 2.0, canvas.height());
        return canvas.warped(right - left, bottom - top, (x, y, to) -> {
            to[0] = x + left;
            to[1] = y + top;
        });
    }

    static Canvas tiled(Canvas canvas) {
        Canvas small = canvas.shrunk(Math.min(1, 640.0 / Math.max(canvas.width(), canvas.height())));
        return small.warped(3 * small.width(), 3 * small.height(), (x, y, to) -> {
            to[0] = x % small.width();
            to[1] = y % small.height();
        });
    }

    static Canvas everything(Canvas canvas, Place place, RandomGenerator random) {
        Canvas tilted = tilted(canvas, place, between(random, 20, 40), random.nextInt(360));
        Lens lens = new Lens(0.006 * place.side(), 0.015 * place.side(), random.nextInt(180));
        return Lights.dark(tilted.blurred(lens), place, random).jpeg(40);
    }
}
