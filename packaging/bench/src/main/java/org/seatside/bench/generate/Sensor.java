package org.seatside.bench.generate;

import java.util.SplittableRandom;

/// From light to bytes: exposure, tone, noise, and what JPEG leaves of it.
///
/// @param exposure gain: at 1 white paper in full light is just below the brightest value
/// @param contrast between ink and paper as a share of all values there are; 0.67 is a well-lit scene
/// @param noise standard deviation in the dark, grey levels; twice that in the light
/// @param sharpening gain of the difference from the mean of 3 x 3 pixels that is added, as telephones do; 0
///     for none
/// @param jpegQuality 1 to 100 on the scale of the JPEG group's library, 0 for no compression
record Sensor(double exposure, double contrast, double noise, double sharpening, int jpegQuality) {
    static final Sensor GOOD = new Sensor(1, 0, 1.5, 0, 0).contrast(full());

    private static final double GAMMA = 2.2;
    private static final double PEDESTAL = 10;
    private static final int LEVELS = 4096;
    private static final double LARGEST = 255;

    Sensor contrast(double newContrast) {
        return new Sensor(exposure, newContrast, noise, sharpening, jpegQuality);
    }

    Sensor exposed(double newExposure) {
        return new Sensor(newExposure, contrast, noise, sharpening, jpegQuality);
    }

    Sensor noisy(double newNoise) {
        return new Sensor(exposure, contrast, newNoise, sharpening, jpegQuality);
    }

    Sensor compressed(int quality) {
        return new Sensor(exposure, contrast, noise, sharpening, quality);
    }

    Sensor sharpened(double gain) {
        return new Sensor(exposure, contrast, noise, gain, jpegQuality);
    }

    /// The contrast between ink and paper where nothing dims it.
    static double full() {
        return (1 - PEDESTAL / LARGEST) * (tone(Sheet.PAPER) - tone(Sheet.INK));
    }

    byte[] expose(float[] light, int width, int height, SplittableRandom random) {
        double[] tones = new double[LEVELS + 1];
        double scale = contrast / full() * (LARGEST - PEDESTAL);
        for (int i = 0; i <= LEVELS; i++) {
            tones[i] = PEDESTAL + scale * tone((double) i / LEVELS);
        }
        float[] values = new float[light.length];
        for (int i = 0; i < values.length; i++) {
            double level = Math.clamp(light[i] * exposure, 0, 1) * LEVELS;
            int whole = Math.min((int) level, LEVELS - 1);
            double value = tones[whole] + (level - whole) * (tones[whole + 1] - tones[whole]);
            values[i] = (float) (value + noise * (1 + level / LEVELS) * normal(random));
        }
        float[] finished = sharpening == 0 ? values : sharpened(values, width, height);
        byte[] bytes = new byte[values.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(finished[i]), 0, 255);
        }
        return jpegQuality == 0 ? bytes : JpegLoss.of(bytes, width, height, jpegQuality);
    }

    private float[] sharpened(float[] values, int width, int height) {
        float[] sharp = new float[values.length];
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                float sum = 0;
                for (int i = 0; i < 9; i++) {
                    int row = Math.clamp(y + Math.floorDiv(i, 3) - 1, 0, height - 1) * width;
                    sum += values[row + Math.clamp(x + i % 3 - 1, 0, width - 1)];
                }
                float value = values[y * width + x];
                sharp[y * width + x] = value + (float) sharpening * (value - sum / 9);
            }
        }
        return sharp;
    }

    private static double tone(double light) {
        return StrictMath.pow(light, 1 / GAMMA);
    }

    /// About normal, mean 0 and deviation 1: the sum of eight even draws of eight bits each.
    private static double normal(SplittableRandom random) {
        long bits = random.nextLong();
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += (int) (bits >>> (8 * i)) & 0xff;
        }
        return (sum - 8 * 127.5) / 209.0;
    }
}
