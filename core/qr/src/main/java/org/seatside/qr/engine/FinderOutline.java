package org.seatside.qr.engine;

import java.util.Arrays;

/// Finds the four outer corners of a finder: rays to its outer edge, the corners among their ends, lines fitted between
/// the corners by total least squares and intersected.
///
/// Where that fails the finder may be skewed so strongly that rays at even angles miss its acute corners. It is then
/// traced again in the frame in which the edge met so far is as far away on all sides: with M the mean of p p' over the
/// points p of the edge, seen from the centre, directions are multiplied by M^(1/2).
final class FinderOutline {
    private static final int RAYS = 72;
    private static final int SAMPLES = 60;
    private static final double REACH = 8.5;
    private static final float LEAST_CONTRAST = 8;
    private static final double LEAST_SHARE = 0.7;

    /// Fewer points say nothing of a shape.
    private static final double LEAST_SHARE_OF_SKEWED = 0.3;

    private static final int ROUNDS = 3;

    /// Squared ratio of the axes. Less skew is not why a finder had no outline, more than this is no finder.
    private static final double LEAST_SKEW = 1.6;

    private static final double MOST_SKEW = 30;

    private final RayTable rays = new RayTable(RAYS, 0);
    private final float[] values = new float[SAMPLES];

    /// Ends of rays, seen from the centre, in the frame below.
    private final double[] px = new double[RAYS];

    private final double[] py = new double[RAYS];

    /// From the frame to the picture: xx, xy, yx, yy.
    private final double[] frame = new double[4];

    private final int[] corners = new int[4];
    /// Four lines as point and direction: x, y, dx, dy.
    private final double[] lines = new double[16];

    private int count;

    /// Sets the quad where there is one; does nothing for a finder that was tried before.
    void find(GreyView view, Finder finder) {
        if (finder.quadTried) {
            return;
        }
        finder.quadTried = true;
        frame[0] = 1;
        frame[1] = 0;
        frame[2] = 0;
        frame[3] = 1;
        trace(view, finder);
        finder.hasQuad = fit(finder);
        for (int round = 1; round < ROUNDS && !finder.hasQuad && straighten(round == 1); round++) {
            trace(view, finder);
            finder.hasQuad = fit(finder);
        }
    }

    private boolean fit(Finder finder) {
        return count >= RAYS * LEAST_SHARE && chooseCorners() && fitLines(finder.module) && intersect(finder);
    }

    private void trace(GreyView view, Finder finder) {
        count = 0;
        double step = finder.module * REACH / SAMPLES;
        for (int i = 0; i < RAYS; i++) {
            double dx = frame[0] * rays.cosine[i] + frame[1] * rays.sine[i];
            double dy = frame[2] * rays.cosine[i] + frame[3] * rays.sine[i];
            double radius = outerEdge(view, finder, dx * step, dy * step) * step;
            if (radius > 0) {
                px[count] = rays.cosine[i] * radius;
                py[count++] = rays.sine[i] * radius;
            }
        }
    }

    /// Multiplies the frame by the root of the second moments of the points, scaled to keep areas: with D the
    /// determinant, M^(1/2) = (M + D^(1/2)) / (tr M + 2 D^(1/2))^(1/2).
    ///
    /// @param atLeast whether little skew is no reason to look again
    private boolean straighten(boolean atLeast) {
        if (count < RAYS * LEAST_SHARE_OF_SKEWED) {
            return false;
        }
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int i = 0; i < count; i++) {
            xx += px[i] * px[i];
            xy += px[i] * py[i];
            yy += py[i] * py[i];
        }
        double root = Math.sqrt(Math.max(0, xx * yy - xy * xy));
        double half = (xx + yy) / 2;
        double apart = Math.hypot((xx - yy) / 2, xy);
        double skew = (half + apart) / (half - apart);
        if (!(skew < MOST_SKEW) || (atLeast && skew < LEAST_SKEW)) {
            return false;
        }
        double scale = 1 / Math.sqrt((xx + yy + 2 * root) * root);
        double a = (xx + root) * scale;
        double b = xy * scale;
        double d = (yy + root) * scale;
        for (int row = 0; row < 4; row += 2) {
            double left = frame[row] * a + frame[row + 1] * b;
            frame[row + 1] = frame[row] * b + frame[row + 1] * d;
            frame[row] = left;
        }
        return true;
    }

    /// Samples to the third crossing, or 0. The picture's edge counts as light.
    private double outerEdge(GreyView view, Finder finder, double dx, double dy) {
        float low = 255;
        float high = 0;
        for (int i = 0; i < SAMPLES; i++) {
            float value = view.at(finder.x + dx * i, finder.y + dy * i);
            values[i] = value;
            if (i < SAMPLES * 3 / 5) {
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        float middle = (low + high) / 2;
        if (high - low < LEAST_CONTRAST || values[0] > middle) {
            return 0;
        }
        double end = view.stepsInside(finder.x, finder.y, dx, dy, SAMPLES);
        int found = 0;
        for (int i = 1; i < end; i++) {
            boolean light = values[i] > middle;
            if (light == (found != 1)) {
                found++;
                if (found == 3) {
                    return i - (values[i] - middle) / (values[i] - values[i - 1]);
                }
            }
        }
        return found == 2 && end < SAMPLES ? end : 0;
    }

    /// The point farthest from the centre, the one farthest from that, and the two farthest off their line; in order
    /// around the outline.
    private boolean chooseCorners() {
        int first = farthest(0, 0);
        int second = farthest(px[first], py[first]);
        double dx = px[second] - px[first];
        double dy = py[second] - py[first];
        int left = -1;
        int right = -1;
        double mostLeft = 0;
        double mostRight = 0;
        for (int i = 0; i < count; i++) {
            double off = dx * (py[i] - py[first]) - dy * (px[i] - px[first]);
            if (off > mostLeft) {
                mostLeft = off;
                left = i;
            }
            if (-off > mostRight) {
                mostRight = -off;
                right = i;
            }
        }
        corners[0] = first;
        corners[1] = second;
        corners[2] = left;
        corners[3] = right;
        Arrays.sort(corners);
        return corners[0] >= 0;
    }

    private int farthest(double x, double y) {
        int best = 0;
        double most = -1;
        for (int i = 0; i < count; i++) {
            double distance = (px[i] - x) * (px[i] - x) + (py[i] - y) * (py[i] - y);
            if (distance > most) {
                most = distance;
                best = i;
            }
        }
        return best;
    }

    private boolean fitLines(double module) {
        for (int k = 0; k < 4; k++) {
            int from = corners[k];
            int length = (corners[(k + 1) % 4] - from + count) % count;
            if (length < 4 || !fitLine(k, from, length, module)) {
                return false;
            }
        }
        return true;
    }

    /// An eighth of the points at each end belongs to the rounded corner and is left out.
    private boolean fitLine(int k, int from, int length, double module) {
        int skip = Math.max(1, length / 8);
        double n = length - 2 * skip + 1;
        double mx = 0;
        double my = 0;
        for (int j = skip; j <= length - skip; j++) {
            mx += px[(from + j) % count];
            my += py[(from + j) % count];
        }
        mx /= n;
        my /= n;
        double xx = 0;
        double xy = 0;
        double yy = 0;
        for (int j = skip; j <= length - skip; j++) {
            double dx = px[(from + j) % count] - mx;
            double dy = py[(from + j) % count] - my;
            xx += dx * dx;
            xy += dx * dy;
            yy += dy * dy;
        }
        double angle = Math.atan2(2 * xy, xx - yy) / 2;
        lines[4 * k] = mx;
        lines[4 * k + 1] = my;
        lines[4 * k + 2] = Math.cos(angle);
        lines[4 * k + 3] = Math.sin(angle);
        double smaller = Math.max(0, (xx + yy) / 2 - Math.hypot((xx - yy) / 2, xy));
        return n >= 2 && Math.sqrt(smaller / n) <= 0.7 * module;
    }

    private boolean intersect(Finder finder) {
        for (int k = 0; k < 4; k++) {
            int a = (k + 3) % 4 * 4;
            int b = k * 4;
            double cross = lines[a + 2] * lines[b + 3] - lines[a + 3] * lines[b + 2];
            if (Math.abs(cross) < 0.1) {
                return false;
            }
            double along =
                    ((lines[b] - lines[a]) * lines[b + 3] - (lines[b + 1] - lines[a + 1]) * lines[b + 2]) / cross;
            double x = lines[a] + along * lines[a + 2];
            double y = lines[a + 1] + along * lines[a + 3];
            if (Math.hypot(x, y) > 14 * finder.module) {
                return false;
            }
            finder.quad[2 * k] = finder.x + frame[0] * x + frame[1] * y;
            finder.quad[2 * k + 1] = finder.y + frame[2] * x + frame[3] * y;
        }
        return true;
    }
}
