package org.seatside.qr.card;

import com.google.zxing.common.BitArray;

/// Grey values along one straight line through a picture, and what of it is dark. Keeps its buffers.
final class ScanLine {
    /// Two samples a pixel, so that bars of one pixel and a half keep their widths at any slant.
    private static final float STEP = 0.5f;

    /// In pixels: a code of the fewest changes is longer.
    private static final float SHORTEST = 60;

    /// Pixels between two changes: four modules of eight.
    private static final float WIDEST = 34;

    /// Light on both sides of a code, in pixels.
    private static final float QUIET = 30;

    /// Grey levels by which a bar differs from a space.
    private static final int SWING = 18;

    /// Pixels to the side where bars are still bars.
    private static final float BESIDE = 4;

    private static final double LEAST_CORRELATION = 0.6;

    /// The shortest text in a Code 128 changes between dark and light more often.
    private static final int FEWEST_CHANGES = 36;

    /// Changes of grey by less are noise, in grey levels around the local mean.
    private static final float NOISE = 6;

    /// A threshold is the mean over an eighth of the line to each side, one character or two, whose bars and
    /// spaces take about as much.
    private static final int MEAN_SHARE = 8;

    private static final int LEAST_MEAN_REACH = 48;

    /// Pixels to each side over which sharpening compares: about one bar of a blurred code.
    private static final int SHARPEN_REACH = 3;

    private static final float SHARPEN_GAIN = 2.5f;

    /// Ways to tell dark from light.
    enum Threshold {
        /// The mean round about.
        MEAN,
        /// The same after sharpening, for blur.
        SHARPENED
    }

    private float[] grey = new float[0];
    private float[] sharp = new float[0];
    private double[] sums = new double[1];
    private int length;
    private float x;
    private float y;
    private float dx;
    private float dy;
    private float right;
    private float bottom;
    private float stretchBegin;
    private float stretchEnd;
    private BitArray bits = new BitArray(0);

    /// Looks along a line for a stretch that changes between dark and light as often as a code, and likewise a
    /// little beside it, as bars do and letters do not; takes its samples.
    ///
    /// @param angle of the line from the x axis towards the y axis, in radians
    /// @param offset of the line from the picture's middle, square to it, in pixels
    /// @return false where there is no such stretch
    boolean sample(GreyPicture picture, double angle, float offset) {
        dx = (float) Math.cos(angle);
        dy = (float) Math.sin(angle);
        right = picture.width() - 1f;
        bottom = picture.height() - 1f;
        x = right / 2 - dy * offset;
        y = bottom / 2 + dx * offset;
        float begin = Math.max(entry(x, dx, right), entry(y, dy, bottom));
        float end = Math.min(exit(x, dx, right), exit(y, dy, bottom));
        if (end - begin < SHORTEST || !findStretch(picture, begin, end) || !hasBars(picture)) {
            return false;
        }
        begin = Math.max(begin, stretchBegin - QUIET);
        length = (int) ((Math.min(end, stretchEnd + QUIET) - begin) / STEP);
        if (grey.length < length) {
            grey = new float[length];
            sharp = new float[length];
            sums = new double[length + 1];
        }
        for (int i = 0; i < length; i++) {
            float t = begin + i * STEP;
            grey[i] = picture.between(clamp(x + t * dx, right), clamp(y + t * dy, bottom));
        }
        return true;
    }

    /// The stretch with the most changes none of which is further from the next than the widest bar.
    private boolean findStretch(GreyPicture picture, float begin, float end) {
        int most = 0;
        int changes = 0;
        float first = begin;
        float last = begin;
        int low = near(picture, begin, 0);
        int high = low;
        boolean falling = false;
        for (float t = begin; t <= end; t++) {
            int value = near(picture, t, 0);
            low = Math.min(low, value);
            high = Math.max(high, value);
            boolean change = falling ? value - low > SWING : high - value > SWING;
            if (change) {
                if (t - last > WIDEST) {
                    changes = 0;
                    first = t;
                }
                last = t;
                falling = !falling;
                low = value;
                high = value;
                if (++changes > most) {
                    most = changes;
                    stretchBegin = first;
                    stretchEnd = t;
                }
            }
        }
        return most >= FEWEST_CHANGES;
    }

    /// Whether the stretch looks the same a few pixels beside it: the correlation of the two.
    private boolean hasBars(GreyPicture picture) {
        double here = 0;
        double there = 0;
        double hereSquared = 0;
        double thereSquared = 0;
        double both = 0;
        int count = 0;
        for (float t = stretchBegin; t <= stretchEnd; t++, count++) {
            double one = near(picture, t, 0);
            double other = near(picture, t, BESIDE);
            here += one;
            there += other;
            hereSquared += one * one;
            thereSquared += other * other;
            both += one * other;
        }
        double covariance = both - here * there / count;
        double variances = (hereSquared - here * here / count) * (thereSquared - there * there / count);
        return covariance > 0 && covariance * covariance > LEAST_CORRELATION * LEAST_CORRELATION * variances;
    }

    private int near(GreyPicture picture, float t, float beside) {
        int column = (int) clamp(x + t * dx - beside * dy + 0.5f, right);
        int row = (int) clamp(y + t * dy + beside * dx + 0.5f, bottom);
        return picture.at(column, row);
    }

    private static float entry(float place, float step, float end) {
        if (Math.abs(step) < 1e-6) {
            return place < 0 || place > end ? Float.POSITIVE_INFINITY : Float.NEGATIVE_INFINITY;
        }
        return Math.min(-place / step, (end - place) / step);
    }

    private static float exit(float place, float step, float end) {
        return Math.abs(step) < 1e-6 ? Float.POSITIVE_INFINITY : Math.max(-place / step, (end - place) / step);
    }

    private static float clamp(float value, float end) {
        return Math.max(0, Math.min(end, value));
    }

    /// Splits the samples into dark and light.
    ///
    /// @return false where they change too seldom to be a code
    boolean threshold(Threshold way) {
        float[] values = grey;
        if (way == Threshold.SHARPENED) {
            sharpen();
            values = sharp;
        }
        if (bits.getSize() != length) {
            bits = new BitArray(length);
        } else {
            bits.clear();
        }
        sum(values);
        int reach = Math.max(LEAST_MEAN_REACH, length / MEAN_SHARE);
        boolean dark = false;
        int changes = 0;
        for (int i = 0; i < length; i++) {
            float mean = mean(i, reach);
            float difference = values[i] - mean;
            boolean now = Math.abs(difference) < NOISE ? dark && difference < 0 : difference < 0;
            changes += now == dark ? 0 : 1;
            dark = now;
            if (dark) {
                bits.set(i);
            }
        }
        return changes >= FEWEST_CHANGES;
    }

    private void sharpen() {
        sum(grey);
        int reach = Math.round(SHARPEN_REACH / STEP);
        for (int i = 0; i < length; i++) {
            sharp[i] = grey[i] + SHARPEN_GAIN * (grey[i] - mean(i, reach));
        }
    }

    private void sum(float[] values) {
        for (int i = 0; i < length; i++) {
            sums[i + 1] = sums[i] + values[i];
        }
    }

    private float mean(int at, int reach) {
        int from = Math.max(0, at - reach);
        int to = Math.min(length, at + reach + 1);
        return (float) ((sums[to] - sums[from]) / (to - from));
    }

    /// Dark samples are set. Valid until the next line; may be turned round.
    BitArray bits() {
        return bits;
    }
}
