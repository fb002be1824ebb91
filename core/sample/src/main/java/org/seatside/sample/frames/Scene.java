package org.seatside.sample.frames;

import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;

/// What the camera sees: a prop held before a blurred room, in some light, through some lens. The same seed
/// draws the same picture.
///
/// @param x centre of the prop, share of the frame's width
/// @param y centre of the prop, share of the frame's height
/// @param height of the prop, share of the frame's height
/// @param turn in the picture's plane, degrees clockwise
/// @param tilt away from the camera at the prop's right edge, degrees
/// @param light gain of the exposure: 1 is well lit, 0.15 is a dark room
/// @param blur radius of the lens's blur, pixels
/// @param noise standard deviation of the sensor's noise, grey levels
record Scene(double x, double y, double height, double turn, double tilt, double light, int blur, double noise) {
    static final int WIDTH = 1280;
    static final int HEIGHT = 720;
    private static final double DISTANCE = 2.2;

    static Scene plain() {
        return new Scene(0.5, 0.5, 0.6, 0, 0, 1, 0, 2);
    }

    Scene at(double newX, double newY, double newHeight) {
        return new Scene(newX, newY, newHeight, turn, tilt, light, blur, noise);
    }

    Scene turned(double newTurn, double newTilt) {
        return new Scene(x, y, height, newTurn, newTilt, light, blur, noise);
    }

    Scene lit(double newLight, int newBlur, double newNoise) {
        return new Scene(x, y, height, turn, tilt, newLight, newBlur, newNoise);
    }

    BufferedImage empty(RandomGenerator random) {
        float[][] picture = room();
        return expose(picture, random);
    }

    BufferedImage show(BufferedImage prop, RandomGenerator random) {
        float[][] picture = room();
        paste(picture, prop);
        for (int pass = 0; pass < (blur > 0 ? 2 : 0); pass++) {
            for (int channel = 0; channel < 3; channel++) {
                picture[channel] = boxBlur(picture[channel]);
            }
        }
        return expose(picture, random);
    }

    /// A wall, a window and a desk, far out of focus.
    private static float[][] room() {
        float[][] picture = new float[3][WIDTH * HEIGHT];
        for (int row = 0; row < HEIGHT; row++) {
            for (int column = 0; column < WIDTH; column++) {
                double window = smooth(column, 120, 420) * smooth(-row, -330, -90);
                double desk = smooth(row, 520, 600);
                double wall = 150 - 0.03 * column;
                double grey = wall + 60 * window - 55 * desk;
                int at = row * WIDTH + column;
                picture[0][at] = (float) (grey + 10 * desk);
                picture[1][at] = (float) (grey + 2);
                picture[2][at] = (float) (grey + 12 * window - 14 * desk);
            }
        }
        return picture;
    }

    /// 0 before `from`, 1 after `to`, without an edge.
    private static double smooth(double at, double from, double to) {
        double t = Math.clamp((at - from) / (to - from), 0, 1);
        return t * t * (3 - 2 * t);
    }

    private void paste(float[][] picture, BufferedImage prop) {
        double halfHeight = height * HEIGHT / 2;
        double halfWidth = halfHeight * prop.getWidth() / prop.getHeight();
        double[] corners = new double[8];
        double[][] square = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        for (int corner = 0; corner < 4; corner++) {
            double u = square[corner][0] * halfWidth;
            double v = square[corner][1] * halfHeight;
            double turned = Math.toRadians(turn);
            double depth = u * Math.sin(Math.toRadians(tilt)) / (DISTANCE * HEIGHT / 2);
            double flat = u * Math.cos(Math.toRadians(tilt));
            double scale = 1 / (1 + depth);
            corners[2 * corner] = x * WIDTH + scale * (flat * Math.cos(turned) - v * Math.sin(turned));
            corners[2 * corner + 1] = y * HEIGHT + scale * (flat * Math.sin(turned) + v * Math.cos(turned));
        }
        Homography back = Homography.fromUnitSquare(corners).inverse();
        int top = (int) Math.clamp(Math.floor(min(corners, 1)), 0, HEIGHT);
        int bottom = (int) Math.clamp(Math.ceil(max(corners, 1)), 0, HEIGHT);
        int left = (int) Math.clamp(Math.floor(min(corners, 0)), 0, WIDTH);
        int right = (int) Math.clamp(Math.ceil(max(corners, 0)), 0, WIDTH);
        for (int row = top; row < bottom; row++) {
            for (int column = left; column < right; column++) {
                pastePixel(picture, prop, back, column, row);
            }
        }
    }

    /// The mean of 3 x 3 samples within the pixel, as a sensor's cell takes it.
    private static void pastePixel(float[][] picture, BufferedImage prop, Homography back, int column, int row) {
        int at = row * WIDTH + column;
        float[] sum = new float[3];
        for (int sample = 0; sample < 9; sample++) {
            double px = column + (sample % 3 + 0.5) / 3;
            double py = row + (Math.floorDiv(sample, 3) + 0.5) / 3;
            int u = (int) Math.floor(back.x(px, py) * prop.getWidth());
            int v = (int) Math.floor(back.y(px, py) * prop.getHeight());
            boolean inside = u >= 0 && v >= 0 && u < prop.getWidth() && v < prop.getHeight();
            int argb = inside ? prop.getRGB(u, v) : 0;
            float alpha = (argb >>> 24) / 255f;
            for (int channel = 0; channel < 3; channel++) {
                int value = (argb >> (16 - 8 * channel)) & 0xff;
                sum[channel] += alpha * value + (1 - alpha) * picture[channel][at];
            }
        }
        for (int channel = 0; channel < 3; channel++) {
            picture[channel][at] = sum[channel] / 9;
        }
    }

    private float[] boxBlur(float[] channel) {
        return blurLines(blurLines(channel, WIDTH, HEIGHT, 1, WIDTH), HEIGHT, WIDTH, WIDTH, 1);
    }

    private float[] blurLines(float[] from, int length, int lines, int step, int lineStep) {
        float[] to = new float[from.length];
        for (int line = 0; line < lines; line++) {
            int start = line * lineStep;
            for (int i = 0; i < length; i++) {
                float sum = 0;
                for (int k = -blur; k <= blur; k++) {
                    sum += from[start + Math.clamp(i + k, 0, length - 1) * step];
                }
                to[start + i * step] = sum / (2 * blur + 1);
            }
        }
        return to;
    }

    private BufferedImage expose(float[][] picture, RandomGenerator random) {
        BufferedImage frame = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int at = 0; at < WIDTH * HEIGHT; at++) {
            double grain = noise * random.nextGaussian();
            int rgb = 0;
            for (int channel = 0; channel < 3; channel++) {
                int value = Math.clamp(Math.round(picture[channel][at] * light + grain), 0, 255);
                rgb = (rgb << 8) | value;
            }
            frame.setRGB(at % WIDTH, at / WIDTH, rgb);
        }
        return frame;
    }

    private static double min(double[] corners, int from) {
        return Math.min(Math.min(corners[from], corners[from + 2]), Math.min(corners[from + 4], corners[from + 6]));
    }

    private static double max(double[] corners, int from) {
        return Math.max(Math.max(corners[from], corners[from + 2]), Math.max(corners[from + 4], corners[from + 6]));
    }
}
