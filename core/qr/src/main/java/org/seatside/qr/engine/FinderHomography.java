package org.seatside.qr.engine;

import java.util.Arrays;

/// The least-squares homography from the centres and outer corners of three finders: fifteen points, where three
/// centres alone would leave perspective open. Coordinates are normalised first (Hartley, In defense of the eight-point
/// algorithm, 1997).
final class FinderHomography {
    private static final int MOST_POINTS = 15;
    private static final double LEAST_DEPTH = 0.15;

    private final double[] u = new double[MOST_POINTS];
    private final double[] v = new double[MOST_POINTS];
    private final double[] x = new double[MOST_POINTS];
    private final double[] y = new double[MOST_POINTS];
    private final double[][] normal = new double[8][8];
    private final double[] solution = new double[8];
    private final double[] rowX = new double[8];
    private final double[] rowY = new double[8];
    private final int[] order = new int[4];
    private int count;

    /// Where the centres of the four corner areas lie: top left, top right, bottom left, bottom right, x and y each.
    ///
    /// @param xy receives them
    /// @return false with fewer than two quads or without a solution in front of the camera
    boolean fit(Triple triple, int dimension, double[] xy) {
        count = 0;
        int far = dimension - 7;
        int quads = add(triple, triple.topLeft(), 0, 0)
                + add(triple, triple.topRight(), far, 0)
                + add(triple, triple.bottomLeft(), 0, far);
        return quads >= 2 && solve(triple, dimension) && project(triple, dimension, xy);
    }

    private int add(Triple triple, Finder finder, double left, double top) {
        put(left + 3.5, top + 3.5, finder.x, finder.y);
        if (!finder.hasQuad || !orderCorners(triple, finder)) {
            return 0;
        }
        double[] q = finder.quad;
        put(left, top, q[2 * order[0]], q[2 * order[0] + 1]);
        put(left + 7, top, q[2 * order[1]], q[2 * order[1] + 1]);
        put(left + 7, top + 7, q[2 * order[2]], q[2 * order[2] + 1]);
        put(left, top + 7, q[2 * order[3]], q[2 * order[3] + 1]);
        return 1;
    }

    private void put(double u, double v, double x, double y) {
        this.u[count] = u;
        this.v[count] = v;
        this.x[count] = x;
        this.y[count++] = y;
    }

    /// Which corner of the quad is the top left one, and so on around, in the frame of the triple's legs.
    private boolean orderCorners(Triple triple, Finder finder) {
        Finder a = triple.topLeft();
        double ux = triple.topRight().x - a.x;
        double uy = triple.topRight().y - a.y;
        double vx = triple.bottomLeft().x - a.x;
        double vy = triple.bottomLeft().y - a.y;
        double cross = ux * vy - uy * vx;
        int taken = 0;
        for (int corner = 0; corner < 4; corner++) {
            double least = Double.MAX_VALUE;
            for (int i = 0; i < 4; i++) {
                double dx = finder.quad[2 * i] - finder.x;
                double dy = finder.quad[2 * i + 1] - finder.y;
                double s = (dx * vy - dy * vx) / cross;
                double r = (ux * dy - uy * dx) / cross;
                double key = (corner == 0 || corner == 3 ? s : -s) + (corner < 2 ? r : -r);
                if (key < least) {
                    least = key;
                    order[corner] = i;
                }
            }
            taken |= 1 << order[corner];
        }
        return taken == 15;
    }

    private boolean solve(Triple triple, int dimension) {
        for (double[] row : normal) {
            Arrays.fill(row, 0);
        }
        Arrays.fill(solution, 0);
        double scale = scale(triple);
        for (int i = 0; i < count; i++) {
            double tx = (x[i] - triple.topLeft().x) * scale;
            double ty = (y[i] - triple.topLeft().y) * scale;
            Grid.row(rowX, u[i] / dimension, v[i] / dimension, 0, tx);
            Grid.row(rowY, u[i] / dimension, v[i] / dimension, 3, ty);
            for (int j = 0; j < 8; j++) {
                solution[j] += rowX[j] * tx + rowY[j] * ty;
                for (int k = 0; k < 8; k++) {
                    normal[j][k] += rowX[j] * rowX[k] + rowY[j] * rowY[k];
                }
            }
        }
        return LinearSolver.solve(normal, solution, 8);
    }

    private static double scale(Triple triple) {
        return 1 / Math.hypot(triple.topRight().x - triple.topLeft().x, triple.topRight().y - triple.topLeft().y);
    }

    private boolean project(Triple triple, int dimension, double[] xy) {
        double near = 3.5 / dimension;
        double far = 1 - near;
        double scale = scale(triple);
        double[] h = solution;
        for (int i = 0; i < 4; i++) {
            double s = (i & 1) == 0 ? near : far;
            double t = i < 2 ? near : far;
            double depth = h[6] * s + h[7] * t + 1;
            if (!(depth >= LEAST_DEPTH)) {
                return false;
            }
            xy[2 * i] = (h[0] * s + h[1] * t + h[2]) / depth / scale + triple.topLeft().x;
            xy[2 * i + 1] = (h[3] * s + h[4] * t + h[5]) / depth / scale + triple.topLeft().y;
        }
        return true;
    }
}
