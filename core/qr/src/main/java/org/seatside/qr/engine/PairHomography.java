package org.seatside.qr.engine;

/// The homography from two finders alone: their eight outer corners and two centres. Two finders side by side
/// say little of how the paper leans across from them, so perspective is pulled towards none (Hoerl and Kennard
/// 1970).
final class PairHomography {
    private static final double RIDGE = 1e-3;
    private static final double LEAST_DEPTH = 0.15;

    private final double[][] normal = new double[8][8];
    private final double[] h = new double[8];
    private final double[] rowX = new double[8];
    private final double[] rowY = new double[8];
    private final double[] axes = new double[4];
    private final double[] corners = new double[8];
    private double originX;
    private double originY;
    private double scale;
    private double side;
    private double x;
    private double y;

    /// Lays both finders on a leg: the first at the top left, the other at the top right.
    ///
    /// @param leg modules between their centres
    /// @return false where an outline is missing or does not fit
    boolean alongLeg(Finder a, Finder b, double leg) {
        if (!a.hasQuad || !b.hasQuad) {
            return false;
        }
        axesOf(a);
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        if (Math.abs(along(0, dx, dy)) < Math.abs(along(1, dx, dy))) {
            swapAxes();
        }
        turnAxis(0, along(0, dx, dy) < 0);
        return solve(a, 0, 0, b, leg, 0, leg + 7);
    }

    /// Lays them on a diagonal: the first at the top right, the other at the bottom left.
    ///
    /// @param leg modules between either and the finder at the top left
    boolean alongDiagonal(Finder a, Finder b, double leg) {
        if (!a.hasQuad || !b.hasQuad) {
            return false;
        }
        axesOf(a);
        double dx = b.x - a.x;
        double dy = b.y - a.y;
        turnAxis(0, along(0, dx, dy) > 0);
        turnAxis(1, along(1, dx, dy) < 0);
        return solve(a, leg, 0, b, 0, leg, leg + 7);
    }

    /// Projects a place in modules to [#x] and [#y]; false behind the camera.
    boolean project(double u, double v) {
        double s = u / side;
        double t = v / side;
        double depth = h[6] * s + h[7] * t + 1;
        if (!(depth >= LEAST_DEPTH)) {
            return false;
        }
        x = (h[0] * s + h[1] * t + h[2]) / depth / scale + originX;
        y = (h[3] * s + h[4] * t + h[5]) / depth / scale + originY;
        return true;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /// The two directions of a finder's sides, a module long each.
    private void axesOf(Finder finder) {
        double[] q = finder.quad;
        axes[0] = (q[2] - q[0] + q[4] - q[6]) / 14;
        axes[1] = (q[3] - q[1] + q[5] - q[7]) / 14;
        axes[2] = (q[4] - q[2] + q[6] - q[0]) / 14;
        axes[3] = (q[5] - q[3] + q[7] - q[1]) / 14;
    }

    private void swapAxes() {
        for (int i = 0; i < 2; i++) {
            double swap = axes[i];
            axes[i] = axes[i + 2];
            axes[i + 2] = swap;
        }
    }

    private void turnAxis(int axis, boolean turn) {
        if (turn) {
            axes[2 * axis] = -axes[2 * axis];
            axes[2 * axis + 1] = -axes[2 * axis + 1];
        }
    }

    /// The component of a vector along an axis, in modules.
    private double along(int axis, double dx, double dy) {
        double cross = axes[0] * axes[3] - axes[1] * axes[2];
        return axis == 0 ? (dx * axes[3] - dy * axes[2]) / cross : (axes[0] * dy - axes[1] * dx) / cross;
    }

    private boolean solve(Finder a, double aLeft, double aTop, Finder b, double bLeft, double bTop, double side) {
        this.side = side;
        originX = a.x;
        originY = a.y;
        scale = 1 / Math.hypot(b.x - a.x, b.y - a.y);
        for (int i = 0; i < 8; i++) {
            h[i] = 0;
            for (int j = 0; j < 8; j++) {
                normal[i][j] = 0;
            }
        }
        normal[6][6] = RIDGE;
        normal[7][7] = RIDGE;
        return add(a, aLeft, aTop) && add(b, bLeft, bTop) && LinearSolver.solve(normal, h, 8);
    }

    private boolean add(Finder finder, double left, double top) {
        int taken = 0;
        for (int i = 0; i < 4; i++) {
            double dx = finder.quad[2 * i] - finder.x;
            double dy = finder.quad[2 * i + 1] - finder.y;
            int corner = (along(0, dx, dy) > 0 ? 1 : 0) + (along(1, dx, dy) > 0 ? 2 : 0);
            taken |= 1 << corner;
            corners[2 * corner] = finder.quad[2 * i];
            corners[2 * corner + 1] = finder.quad[2 * i + 1];
        }
        if (taken != 15) {
            return false;
        }
        add(left + 3.5, top + 3.5, finder.x, finder.y);
        for (int corner = 0; corner < 4; corner++) {
            add(left + 7 * (corner & 1), top + 7 * (corner >> 1), corners[2 * corner], corners[2 * corner + 1]);
        }
        return true;
    }

    private void add(double u, double v, double px, double py) {
        double tx = (px - originX) * scale;
        double ty = (py - originY) * scale;
        Grid.row(rowX, u / side, v / side, 0, tx);
        Grid.row(rowY, u / side, v / side, 3, ty);
        for (int j = 0; j < 8; j++) {
            h[j] += rowX[j] * tx + rowY[j] * ty;
            for (int k = 0; k < 8; k++) {
                normal[j][k] += rowX[j] * rowX[k] + rowY[j] * rowY[k];
            }
        }
    }
}
