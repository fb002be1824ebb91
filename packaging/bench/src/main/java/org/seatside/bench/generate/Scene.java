package org.seatside.bench.generate;

import java.util.List;
import java.util.SplittableRandom;
import org.seatside.qr.Luminance;

/// All that is in front of the camera, and the camera. The same scene and seed give the same bytes on every
/// machine.
///
/// @param props in the order in which they are laid, the last on top
/// @param moire how deep the grid of a screen's pixels beats with that of the sensor, 0 to 1
record Scene(
        int width,
        int height,
        Texture background,
        List<Prop> props,
        Light light,
        Lens lens,
        Sensor sensor,
        double moire) {
    /// Samples a side of a pixel, over whose mean the sensor's cell counts.
    private static final int SAMPLES = 3;

    private static final double FINEST = 2.6;
    private static final double GLOW = 0.95;

    /// Screen pixels a module where a phone shows a code.
    private static final double SCREEN_PIXELS = 7.3;

    Scene {
        props = List.copyOf(props);
    }

    Luminance shoot(SplittableRandom random) {
        float[] picture = new float[width * height];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                picture[y * width + x] =
                        (float) (background.reflectance(x + 0.5, y + 0.5) * light.at(x + 0.5, y + 0.5, width, height));
            }
        }
        for (Prop prop : props) {
            lay(prop, picture);
        }
        return Luminance.of(sensor.expose(lens.blur(picture, width, height), width, height, random), width, height);
    }

    private void lay(Prop prop, float[] picture) {
        int[] box = prop.bounds(width, height);
        int samples = finest(prop) < FINEST ? SAMPLES + 2 : SAMPLES;
        double[] ray = new double[6];
        double[] hit = new double[3];
        for (int y = box[1]; y < box[3]; y++) {
            for (int x = box[0]; x < box[2]; x++) {
                double below = picture[y * width + x];
                double room = prop.glows() ? GLOW * grid(prop, x, y, ray, hit) : light.at(x, y, width, height);
                double lamps = light.reflected(x + 0.5, y + 0.5);
                double sum = 0;
                for (int i = 0; i < samples * samples; i++) {
                    double subX = x + (i % samples + 0.5) / samples;
                    double subY = y + (Math.floorDiv(i, samples) + 0.5) / samples;
                    sum += sample(prop, subX, subY, ray, hit, room, lamps, below);
                }
                picture[y * width + x] = (float) (sum / (samples * samples));
            }
        }
    }

    /// Paper and glass mirror the lamps; what is behind does not.
    private static double sample(
            Prop prop, double x, double y, double[] ray, double[] hit, double room, double lamps, double below) {
        prop.pose().ray(x, y, ray);
        if (!prop.surface().meet(ray, hit)) {
            return below;
        }
        double reflectance = prop.sheet().reflectance(hit[0], hit[1]);
        return reflectance < 0 ? below : lamps + reflectance * room * (prop.glows() ? 1 : hit[2]);
    }

    /// The beat of two grids. A sensor's cell takes the mean over itself, which leaves a part of the screen's
    /// grid, at the phase it has in the middle of the cell; that is what folds down to the wide bands.
    private double grid(Prop prop, int x, int y, double[] ray, double[] hit) {
        if (moire == 0) {
            return 1;
        }
        prop.pose().ray(x + 0.5, y + 0.5, ray);
        if (!prop.surface().meet(ray, hit)) {
            return 1;
        }
        double across = StrictMath.cos(2 * Math.PI * SCREEN_PIXELS * hit[0]);
        double down = StrictMath.cos(2 * Math.PI * SCREEN_PIXELS * hit[1]);
        return (1 + moire * across) * (1 + 0.5 * moire * down) / ((1 + moire) * (1 + 0.5 * moire));
    }

    /// The size of a module in the middle of the prop, where it is shortest.
    private static double finest(Prop prop) {
        var middle = prop.seen(0, 0);
        var right = prop.seen(1, 0);
        var below = prop.seen(0, 1);
        return Math.min(
                Math.hypot(right.x() - middle.x(), right.y() - middle.y()),
                Math.hypot(below.x() - middle.x(), below.y() - middle.y()));
    }
}
