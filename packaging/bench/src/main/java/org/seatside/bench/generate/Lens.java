package org.seatside.bench.generate;

import java.util.Arrays;

/// What optics and movement do to the light before the sensor counts it. The picture's edges go on beyond it.
///
/// @param defocus radius of the disc that a point becomes, pixels
/// @param motion length of the line that a point becomes while the shutter is open, pixels
/// @param motionDegrees its direction
public record Lens(double defocus, double motion, double motionDegrees) {
    /// As sharp as a cheap camera gets.
    static final Lens SHARP = new Lens(0.6, 0, 0);

    private static final double LEAST = 0.3;

    /// A blurred copy of the picture.
    public float[] blur(float[] light, int width, int height) {
        float[] focused = defocus < LEAST ? light : disc(light, width, height);
        return motion < LEAST ? focused : line(focused, width, height);
    }

    /// The mean over a disc, by running sums along each row that it covers.
    private float[] disc(float[] light, int width, int height) {
        double[][] sums = new double[height][width + 1];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                sums[y][x + 1] = sums[y][x] + light[y * width + x];
            }
        }
        double[] halves = halves();
        double area = 0;
        for (double half : halves) {
            area += 2 * half;
        }
        float[] blurred = new float[light.length];
        double[] row = new double[width];
        for (int y = 0; y < height; y++) {
            Arrays.fill(row, 0);
            for (int tap = 0; tap < halves.length; tap++) {
                addRow(sums[Math.clamp(y + tap - halves.length / 2, 0, height - 1)], halves[tap], row);
            }
            for (int x = 0; x < width; x++) {
                blurred[y * width + x] = (float) (row[x] / area);
            }
        }
        return blurred;
    }

    /// Half the disc's width in each pixel row: the mean over five lines within the row.
    private double[] halves() {
        int rows = (int) Math.ceil(defocus);
        double[] halves = new double[2 * rows + 1];
        for (int i = 0; i < halves.length; i++) {
            for (int line = -2; line <= 2; line++) {
                double away = i - rows + line / 5.0;
                halves[i] += Math.sqrt(Math.max(0, defocus * defocus - away * away)) / 5;
            }
        }
        return halves;
    }

    private static void addRow(double[] sums, double half, double[] row) {
        for (int x = 0; x < row.length; x++) {
            row[x] += upTo(sums, x + 0.5 + half) - upTo(sums, x + 0.5 - half);
        }
    }

    private static double upTo(double[] sums, double x) {
        int width = sums.length - 1;
        int whole = Math.clamp((int) x, 0, width - 1);
        return sums[whole] + (x - whole) * (sums[whole + 1] - sums[whole]);
    }

    /// The mean of places on a line through the pixel, at most half a pixel apart.
    private float[] line(float[] light, int width, int height) {
        int steps = 2 * (int) Math.ceil(motion) + 1;
        double dx = motion * StrictMath.cos(StrictMath.toRadians(motionDegrees)) / (steps - 1);
        double dy = motion * StrictMath.sin(StrictMath.toRadians(motionDegrees)) / (steps - 1);
        float[] blurred = new float[light.length];
        for (int step = 0; step < steps; step++) {
            double shiftX = dx * (step - (steps - 1) / 2.0);
            double shiftY = dy * (step - (steps - 1) / 2.0);
            addShifted(light, width, height, shiftX, shiftY, blurred);
        }
        for (int i = 0; i < blurred.length; i++) {
            blurred[i] /= steps;
        }
        return blurred;
    }

    private static void addShifted(
            float[] light, int width, int height, double shiftX, double shiftY, float[] blurred) {
        int left = (int) Math.floor(shiftX);
        int top = (int) Math.floor(shiftY);
        float u = (float) (shiftX - left);
        float v = (float) (shiftY - top);
        for (int y = 0; y < height; y++) {
            int upper = Math.clamp(y + top, 0, height - 1) * width;
            int lower = Math.clamp(y + top + 1, 0, height - 1) * width;
            for (int x = 0; x < width; x++) {
                int near = Math.clamp(x + left, 0, width - 1);
                int far = Math.clamp(x + left + 1, 0, width - 1);
                float above = light[upper + near] * (1 - u) + light[upper + far] * u;
                float below = light[lower + near] * (1 - u) + light[lower + far] * u;
                blurred[y * width + x] += above * (1 - v) + below * v;
            }
        }
    }
}
