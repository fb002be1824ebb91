package org.seatside.qr.engine;

import java.util.Arrays;

/// Lays a mesh over paper that is bent so strongly that no plane comes near: it begins at the outlines of the three
/// finders, which show the surface there, and grows outwards from node to node. Each node is predicted by a plane
/// through the displacements of its neighbours and then moved to where the modules around it are clear, so the grid
/// never has to jump further than a curve bends within three modules.
final class MeshGrowth {
    private static final int FINDER_POINTS = 12;
    private static final int MOST_KNOWN = FINDER_POINTS + 4 + 31 * 31;
    private static final double TIMING = 6.5;
    private static final double TIMING_PREFERENCE = 0.3;
    private static final double ANCHOR_RADIUS = 4;
    private static final double LEAST_ANCHOR_OFFSET = 0.4;
    private static final double MODULES_PER_NODE = 2;
    private static final double LEAST_REACH = 5.5;
    private static final double REACH_IN_NODES = 2.5;
    private static final double TIMING_WIDTH = 2.5;
    private static final double SOFTNESS = 2;
    private static final double WINDOW = 3.5;
    private static final double COARSE = 0.25;
    private static final double FINE = 0.1;
    private static final double STIFFNESS = 0.35;
    private static final int WINDOW_RADIUS = 4;
    private static final int MOST_IN_WINDOW = 64;
    private static final int MODULES = SymbolVersion.LARGEST_DIMENSION * SymbolVersion.LARGEST_DIMENSION;

    private final PatternFitness fitness;
    private final AlignmentSearch search;
    private final LocalThreshold threshold = new LocalThreshold();
    private final float[] values = new float[MODULES];
    private final float[] thresholds = new float[MODULES];
    private final float[] deviations = new float[MODULES];
    private final double[] knownU = new double[MOST_KNOWN];
    private final double[] knownV = new double[MOST_KNOWN];
    private final double[] knownDu = new double[MOST_KNOWN];
    private final double[] knownDv = new double[MOST_KNOWN];
    private final long[] order = new long[MOST_KNOWN];
    private final double[][] normal = new double[3][3];
    private final double[][] normalCopy = new double[3][3];
    private final double[] planeU = new double[3];
    private final double[] planeV = new double[3];
    private final double[] xy = new double[8];
    private final double[] uv = new double[8];
    private final double[] windowX = new double[MOST_IN_WINDOW];
    private final double[] windowY = new double[MOST_IN_WINDOW];
    private final double[] windowWeights = new double[MOST_IN_WINDOW];
    private final byte[] windowSign = new byte[MOST_IN_WINDOW];
    private final float[] windowThreshold = new float[MOST_IN_WINDOW];
    private final float[] windowGain = new float[MOST_IN_WINDOW];
    private int windowSize;
    private double windowWeight;

    /// The parallelogram: pixels a module along the rows and down the columns.
    private double ux;

    private double uy;
    private double vx;
    private double vy;
    private int known;
    private double reach;

    MeshGrowth(PatternFitness fitness, AlignmentSearch search) {
        this.fitness = fitness;
        this.search = search;
    }

    /// Sets the grid to a version over three finders with outlines.
    ///
    /// @param modulesPerNode how far apart the nodes are: what fails at one distance may succeed at another
    /// @return false where an outline is missing or the deadline passed
    boolean grow(
            Grid grid, SymbolVersion version, Triple triple, GreyView view, double modulesPerNode, Deadline deadline) {
        if (!prepare(grid, version, triple, view, modulesPerNode, deadline)) {
            return false;
        }
        int count = orderNodes(grid, false);
        if (!growNodes(grid, version, view, count, deadline)) {
            return false;
        }
        if (anchor(grid, version, view, deadline)) {
            orderNodes(grid, true);
            return growNodes(grid, version, view, count, deadline);
        }
        return true;
    }

    /// How well finders and timing patterns fit once the nodes near those have grown: tells versions apart at a third
    /// of the cost.
    ///
    /// @return as [PatternFitness#quick], or -1 where the grid cannot grow
    double timingFitness(Grid grid, SymbolVersion version, Triple triple, GreyView view, Deadline deadline) {
        if (!prepare(grid, version, triple, view, MODULES_PER_NODE, deadline)) {
            return -1;
        }
        int count = orderNodes(grid, false);
        long limit = (long) ((TIMING_WIDTH + TIMING_PREFERENCE * grid.dimension() / 2) * 1000) << 16;
        int timing = 0;
        while (timing < count && order[timing] <= limit) {
            timing++;
        }
        return growNodes(grid, version, view, timing, deadline) ? fitness.quick(grid, view) : -1;
    }

    private boolean prepare(
            Grid grid, SymbolVersion version, Triple triple, GreyView view, double modulesPerNode, Deadline deadline) {
        if (!layFlat(grid, version, triple)) {
            return false;
        }
        known = 0;
        int d = version.dimension();
        int far = d - 7;
        if (!learn(triple, triple.topLeft(), 0, 0)
                || !learn(triple, triple.topRight(), far, 0)
                || !learn(triple, triple.bottomLeft(), 0, far)
                || !ModuleSampler.fivePoints(grid, view, values, deadline)) {
            return false;
        }
        threshold.mean(values, d, WINDOW_RADIUS, thresholds);
        threshold.deviation(values, d, WINDOW_RADIUS, thresholds, deviations);
        grid.addMesh(modulesPerNode);
        reach = Math.max(LEAST_REACH, REACH_IN_NODES * grid.nodeSpacing());
        return true;
    }

    private boolean growNodes(Grid grid, SymbolVersion version, GreyView view, int count, Deadline deadline) {
        for (int i = 0; i < count; i++) {
            if (deadline.passed()) {
                return false;
            }
            growNode(grid, version, view, (int) (order[i] & 0xffff));
        }
        return true;
    }

    /// Looks for the alignment pattern at the far corner, where what was grown is least sure; where it lies elsewhere,
    /// keeps only that and the finders for a second growth.
    private boolean anchor(Grid grid, SymbolVersion version, GreyView view, Deadline deadline) {
        double centre = version.dimension() - 6.5;
        if (version.number() == 1 || !search.search(grid, view, centre, centre, ANCHOR_RADIUS, deadline)) {
            return false;
        }
        double offset = Math.hypot(search.offsetU(), search.offsetV());
        if (offset < LEAST_ANCHOR_OFFSET) {
            return false;
        }
        known = FINDER_POINTS;
        for (int i = 0; i < 4; i++) {
            double u = centre + ((i & 1) == 0 ? -2 : 2);
            double v = centre + ((i & 2) == 0 ? -2 : 2);
            double towardsU = u + search.offsetU();
            double towardsV = v + search.offsetV();
            add(
                    u,
                    v,
                    grid.displacementU(towardsU, towardsV) + search.offsetU(),
                    grid.displacementV(towardsU, towardsV) + search.offsetV());
        }
        return true;
    }

    /// The parallelogram of the three centres: wrong, but smoothly so everywhere.
    boolean layFlat(Grid grid, SymbolVersion version, Triple triple) {
        double near = 3.5;
        double far = version.dimension() - 3.5;
        double[] places = {near, near, far, near, near, far, far, far};
        System.arraycopy(places, 0, uv, 0, 8);
        xy[0] = triple.topLeft().x;
        xy[1] = triple.topLeft().y;
        xy[2] = triple.topRight().x;
        xy[3] = triple.topRight().y;
        xy[4] = triple.bottomLeft().x;
        xy[5] = triple.bottomLeft().y;
        xy[6] = xy[2] + xy[4] - xy[0];
        xy[7] = xy[3] + xy[5] - xy[1];
        double side = far - near;
        ux = (xy[2] - xy[0]) / side;
        uy = (xy[3] - xy[1]) / side;
        vx = (xy[4] - xy[0]) / side;
        vy = (xy[5] - xy[1]) / side;
        return grid.set(version.dimension(), uv, xy);
    }

    /// The displacements at a finder's corners: where the outline is, seen in the parallelogram, less where it should
    /// be.
    private boolean learn(Triple triple, Finder finder, double left, double top) {
        if (!finder.hasQuad) {
            return false;
        }
        double cross = ux * vy - uy * vx;
        int taken = 0;
        for (int i = 0; i < 4; i++) {
            double dx = finder.quad[2 * i] - triple.topLeft().x;
            double dy = finder.quad[2 * i + 1] - triple.topLeft().y;
            double u = 3.5 + (dx * vy - dy * vx) / cross;
            double v = 3.5 + (ux * dy - uy * dx) / cross;
            boolean right = u > left + 3.5;
            boolean below = v > top + 3.5;
            taken |= 1 << ((right ? 1 : 0) + (below ? 2 : 0));
            double atU = left + (right ? 7 : 0);
            double atV = top + (below ? 7 : 0);
            add(atU, atV, u - atU, v - atV);
        }
        return taken == 15;
    }

    private void add(double u, double v, double du, double dv) {
        knownU[known] = u;
        knownV[known] = v;
        knownDu[known] = du;
        knownDv[known++] = dv;
    }

    /// Nodes in the order in which they can be relied on: near the finders, then along the timing patterns, which tell
    /// where every second module is, then away from those.
    private int orderNodes(Grid grid, boolean anchored) {
        int nodes = grid.nodes();
        double far = grid.dimension() - 3.5;
        double anchor = grid.dimension() - 6.5;
        for (int i = 0; i < nodes * nodes; i++) {
            int column = i % nodes;
            int row = i / nodes;
            double u = column * grid.nodeSpacing();
            double v = row * grid.nodeSpacing();
            double key = Math.min(fromTiming(u, v, far), fromTiming(v, u, far));
            key = Math.min(key, Math.min(Math.hypot(u - far, v - 3.5), Math.hypot(u - 3.5, v - far)));
            if (anchored) {
                key = Math.min(key, Math.hypot(u - anchor, v - anchor));
            }
            order[i] = (long) (key * 1000) << 16 | i;
        }
        Arrays.sort(order, 0, nodes * nodes);
        return nodes * nodes;
    }

    private static double fromTiming(double along, double across, double far) {
        double toFinder = Math.min(Math.abs(along - 3.5), Math.abs(along - far));
        return Math.abs(across - TIMING) + TIMING_PREFERENCE * toFinder;
    }

    private void growNode(Grid grid, SymbolVersion version, GreyView view, int node) {
        int column = node % grid.nodes();
        int row = node / grid.nodes();
        double u = column * grid.nodeSpacing();
        double v = row * grid.nodeSpacing();
        fitPlane(u, v);
        double offsetU = 0;
        double offsetV = 0;
        openWindow(version, u, v);
        double best = clarity(view, 0, 0);
        for (double step = COARSE; step >= FINE; step = step == COARSE ? FINE : 0) {
            int moves = step == COARSE ? 2 : 1;
            double fromU = offsetU;
            double fromV = offsetV;
            for (int j = -moves; j <= moves; j++) {
                for (int i = -moves; i <= moves; i++) {
                    double du = fromU + i * step;
                    double dv = fromV + j * step;
                    double value = clarity(view, du, dv) - STIFFNESS * (du * du + dv * dv);
                    if (value > best) {
                        best = value;
                        offsetU = du;
                        offsetV = dv;
                    }
                }
            }
        }
        grid.meshU[node] = planeU[0] + offsetU;
        grid.meshV[node] = planeV[0] + offsetV;
        add(u, v, grid.meshU[node], grid.meshV[node]);
    }

    /// Planes through the known displacements around a place by weighted least squares: value, slope along u and along
    /// v, each for du and dv.
    private void fitPlane(double u, double v) {
        for (int i = 0; i < 3; i++) {
            Arrays.fill(normal[i], 0);
        }
        Arrays.fill(planeU, 0);
        Arrays.fill(planeV, 0);
        for (int k = 0; k < known; k++) {
            double x = knownU[k] - u;
            double y = knownV[k] - v;
            double square = x * x + y * y;
            if (square > reach * reach) {
                continue;
            }
            double weight = 1 / (SOFTNESS + square);
            accumulate(weight, x, y, knownDu[k], knownDv[k]);
        }
        // Flat where nothing says otherwise.
        normal[1][1] += 0.02;
        normal[2][2] += 0.02;
        normal[0][0] += 1e-6;
        for (int i = 0; i < 3; i++) {
            System.arraycopy(normal[i], 0, normalCopy[i], 0, 3);
        }
        if (!LinearSolver.solve(normal, planeU, 3) || !LinearSolver.solve(normalCopy, planeV, 3)) {
            Arrays.fill(planeU, 0);
            Arrays.fill(planeV, 0);
        }
    }

    private void accumulate(double weight, double x, double y, double du, double dv) {
        normal[0][0] += weight;
        normal[0][1] += weight * x;
        normal[0][2] += weight * y;
        normal[1][0] += weight * x;
        normal[1][1] += weight * x * x;
        normal[1][2] += weight * x * y;
        normal[2][0] += weight * y;
        normal[2][1] += weight * x * y;
        normal[2][2] += weight * y * y;
        planeU[0] += weight * du;
        planeU[1] += weight * x * du;
        planeU[2] += weight * y * du;
        planeV[0] += weight * dv;
        planeV[1] += weight * x * dv;
        planeV[2] += weight * y * dv;
    }

    /// The modules around a node, under its planes. The quiet zone next to the symbol counts as light (ISO/IEC
    /// 18004:2015, 6.3.8).
    private void openWindow(SymbolVersion version, double u, double v) {
        int d = version.dimension();
        byte[] pattern = version.pattern();
        int left = (int) Math.max(-1, Math.ceil(u - WINDOW - 0.5));
        int right = (int) Math.min(d, Math.floor(u + WINDOW - 0.5));
        int top = (int) Math.max(-1, Math.ceil(v - WINDOW - 0.5));
        int bottom = (int) Math.min(d, Math.floor(v + WINDOW - 0.5));
        windowSize = 0;
        windowWeight = 0;
        for (int y = top; y <= bottom; y++) {
            double dy = y + 0.5 - v;
            for (int x = left; x <= right; x++) {
                double dx = x + 0.5 - u;
                double weight = (1.2 - Math.abs(dx) / WINDOW) * (1.2 - Math.abs(dy) / WINDOW);
                double mu = x - 3 + planeU[0] + planeU[1] * dx + planeU[2] * dy;
                double mv = y - 3 + planeV[0] + planeV[1] * dx + planeV[2] * dy;
                int i = Math.clamp(y, 0, d - 1) * d + Math.clamp(x, 0, d - 1);
                boolean quiet = x < 0 || y < 0 || x == d || y == d;
                windowX[windowSize] = xy[0] + mu * ux + mv * vx;
                windowY[windowSize] = xy[1] + mu * uy + mv * vy;
                windowSign[windowSize] = quiet ? -1 : pattern[i];
                windowThreshold[windowSize] = thresholds[i];
                windowGain[windowSize] = 1 / deviations[i];
                windowWeights[windowSize++] = weight;
                windowWeight += weight;
            }
        }
    }

    /// How clearly the modules of the window are what they are once all are moved by an offset, modules.
    private double clarity(GreyView view, double offsetU, double offsetV) {
        double dx = offsetU * ux + offsetV * vx;
        double dy = offsetU * uy + offsetV * vy;
        double sum = 0;
        for (int i = 0; i < windowSize; i++) {
            float value = view.at(windowX[i] + dx, windowY[i] + dy);
            float soft = (value - windowThreshold[i]) * windowGain[i];
            float clipped = Math.max(-1.3f, Math.min(1.3f, soft));
            int sign = windowSign[i];
            sum += windowWeights[i] * (sign == 0 ? Math.abs(clipped) : -2 * sign * clipped);
        }
        return sum / Math.max(1, windowWeight);
    }
}
