package org.seatside.qr.engine;

import java.util.Arrays;

/// Verifies a candidate on grey values by rays from its centre. On every ray a finder turns light, dark and light again
/// at 3/7, 5/7 and 7/7 of the way, however it is turned or skewed (ISO/IEC 18004:2015, 6.3.3: 1:1:3:1:1).
final class Starburst {
    private static final int RAYS = 32;
    private static final int FIRST_RAYS = 16;
    private static final int QUICK_RAYS = 8;
    private static final int SAMPLES = 32;
    private static final int QUICK_SAMPLES = 27;
    private static final float LEAST_CONTRAST = 8;
    private static final double REACH = 6.2;
    private static final double SECOND_REACH = 5.5;
    private static final double QUICK_REACH = 6.5;

    private final RayTable rays = new RayTable(RAYS, 0.5);
    private final RayTable fourfold = fourfold();
    private final RayTable quick = new RayTable(QUICK_RAYS, 0.5);
    private final float[] values = new float[SAMPLES];
    private final double[] radii = new double[RAYS];
    private final double[] crossings = new double[3];

    private static RayTable fourfold() {
        RayTable table = new RayTable(RAYS, 0.5);
        for (int i = 0; i < RAYS; i++) {
            double angle = 4 * (i + 0.5) * 2 * Math.PI / RAYS;
            table.cosine[i] = Math.cos(angle);
            table.sine[i] = Math.sin(angle);
        }
        return table;
    }

    /// How many of eight rays, coarsely sampled, could cross a finder.
    int quickRays(GreyView view, Finder finder) {
        double step = finder.module * QUICK_REACH / QUICK_SAMPLES;
        int good = 0;
        for (int i = 0; i < QUICK_RAYS; i++) {
            double dx = quick.cosine[i] * step;
            double dy = quick.sine[i] * step;
            if (cross(view, finder.x, finder.y, dx, dy, QUICK_SAMPLES)) {
                double third = crossings[2];
                good += crossings[0] > 0.2 * third && crossings[0] < 0.7 * third && crossings[1] > 0.5 * third ? 1 : 0;
            }
        }
        return good;
    }

    /// Scores a candidate, re-centres it and measures its module and orientation.
    void verify(GreyView view, Finder finder) {
        int valid = measure(view, finder, FIRST_RAYS, REACH);
        if (valid >= 4) {
            recentre(finder, valid);
            valid = measure(view, finder, RAYS, SECOND_REACH);
        }
        finder.score = valid < 6 ? 0 : valid / (double) RAYS;
        if (valid < 6) {
            return;
        }
        finder.area = valid < 12 ? finder.module : moduleByArea(valid);
        double real = 0;
        double imaginary = 0;
        for (int i = 0; i < RAYS; i++) {
            if (radii[i] > 0) {
                real += radii[i] * radii[i] * fourfold.cosine[i];
                imaginary += radii[i] * radii[i] * fourfold.sine[i];
            }
        }
        // The radii of a square are largest at its corners, an eighth of a turn from its axes.
        finder.orientation = Math.atan2(imaginary, real) / 4 - Math.PI / 4;
    }

    /// Fills the radii of the outer edge for the rays that are valid, 0 for the others; gives their number.
    private int measure(GreyView view, Finder finder, int count, double reach) {
        Arrays.fill(radii, 0);
        double step = finder.module * reach / SAMPLES;
        int valid = 0;
        for (int k = 0; k < count; k++) {
            if (count == FIRST_RAYS && k == FIRST_RAYS / 2 && valid < 2) {
                return 0;
            }
            // Of the first rays every fourth, then those half-way between.
            int i = count == FIRST_RAYS ? (k & 7) * 4 + (k >> 3) * 2 : k;
            double dx = rays.cosine[i] * step;
            double dy = rays.sine[i] * step;
            if (cross(view, finder.x, finder.y, dx, dy, SAMPLES) && isFinder()) {
                radii[i] = crossings[2] * step;
                valid++;
            }
        }
        return valid;
    }

    private boolean isFinder() {
        double third = crossings[2];
        return crossings[0] >= 0.26 * third
                && crossings[0] <= 0.60 * third
                && crossings[1] >= 0.56 * third
                && crossings[1] <= 0.87 * third;
    }

    /// The first dark-light, light-dark and dark-light crossings of the middle between darkest and lightest sample of
    /// the first three quarters of the ray, in samples. The picture's edge counts as light.
    private boolean cross(GreyView view, double x, double y, double dx, double dy, int samples) {
        float low = 255;
        float high = 0;
        for (int i = 0; i < samples; i++) {
            float value = view.at(x + dx * i, y + dy * i);
            values[i] = value;
            if (4 * i < 3 * samples) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        float middle = (low + high) / 2;
        if (high - low < LEAST_CONTRAST || values[0] > middle) {
            return false;
        }
        double end =
                view.surrounds(x, y, samples * Math.hypot(dx, dy)) ? samples : view.stepsInside(x, y, dx, dy, samples);
        int found = 0;
        for (int i = 1; i < end; i++) {
            boolean light = values[i] > middle;
            if (light == (found != 1)) {
                crossings[found++] = i - (values[i] - middle) / (values[i] - values[i - 1]);
                if (found == 3) {
                    return true;
                }
            }
        }
        crossings[2] = end;
        return found == 2 && end < samples;
    }

    /// Opposite radii of a centred finder are equal.
    private void recentre(Finder finder, int valid) {
        double dx = 0;
        double dy = 0;
        int pairs = 0;
        for (int i = 0; i < RAYS / 2; i++) {
            double there = radii[i];
            double opposite = radii[i + RAYS / 2];
            if (there > 0 && opposite > 0) {
                dx += (there - opposite) / 2 * rays.cosine[i];
                dy += (there - opposite) / 2 * rays.sine[i];
                pairs++;
            }
        }
        if (pairs >= 2) {
            finder.x += dx / pairs;
            finder.y += dy / pairs;
        }
        if (valid >= 6) {
            finder.module = Math.clamp(moduleByArea(valid), finder.module * 0.6, finder.module * 1.7);
        }
    }

    /// A seventh of the side of the square whose area the rays span: √(π mean r²) / 7.
    private double moduleByArea(int valid) {
        double sum = 0;
        for (double radius : radii) {
            sum += radius * radius;
        }
        return Math.sqrt(sum / valid * Math.PI) / 7;
    }
}
