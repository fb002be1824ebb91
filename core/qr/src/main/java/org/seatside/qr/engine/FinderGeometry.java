package org.seatside.qr.engine;

/// Distances and directions between finders in the local frame of each, which perspective hardly changes; pixel
/// distances mislead at strong tilt.
final class FinderGeometry {
    static final double UNKNOWN = -1;

    private FinderGeometry() {}

    /// Modules from one finder to the other: the geometric mean of both frames' answers.
    static double distance(Finder a, Finder b) {
        return Math.sqrt(distanceInFrame(a, b) * distanceInFrame(b, a));
    }

    private static double distanceInFrame(Finder a, Finder b) {
        double x = b.x - a.x;
        double y = b.y - a.y;
        if (a.hasQuad) {
            double px = (a.quad[2] - a.quad[0] + a.quad[4] - a.quad[6]) / 14;
            double py = (a.quad[3] - a.quad[1] + a.quad[5] - a.quad[7]) / 14;
            double qx = (a.quad[4] - a.quad[2] + a.quad[6] - a.quad[0]) / 14;
            double qy = (a.quad[5] - a.quad[3] + a.quad[7] - a.quad[1]) / 14;
            double cross = px * qy - py * qx;
            if (Math.abs(cross) >= 1e-3) {
                return Math.hypot((x * qy - y * qx) / cross, (px * y - py * x) / cross);
            }
        }
        return Math.hypot(x, y) / a.module;
    }

    /// How far the direction to the other finder lies off an axis of the first: 0 along one, 1 between two, or
    /// [#UNKNOWN].
    static double offAxis(Finder a, Finder b) {
        double x = b.x - a.x;
        double y = b.y - a.y;
        double[] q = a.quad;
        if (a.hasQuad) {
            double px = q[2] - q[0] + q[4] - q[6];
            double py = q[3] - q[1] + q[5] - q[7];
            double qx = q[4] - q[2] + q[6] - q[0];
            double qy = q[5] - q[3] + q[7] - q[1];
            return ratio(x * qy - y * qx, px * y - py * x);
        }
        if (a.score < 0.8) {
            return UNKNOWN;
        }
        double c = Math.cos(a.orientation);
        double s = Math.sin(a.orientation);
        return Math.max(0, ratio(c * x + s * y, c * y - s * x) - 0.25);
    }

    private static double ratio(double u, double v) {
        double larger = Math.max(Math.abs(u), Math.abs(v));
        return Math.min(Math.abs(u), Math.abs(v)) / Math.max(1e-9, larger);
    }
}
