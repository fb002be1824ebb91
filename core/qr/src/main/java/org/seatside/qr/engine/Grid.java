package org.seatside.qr.engine;

import java.util.Arrays;

/// Where the modules of a symbol lie in the picture: a homography through four control points, and on top of it a mesh
/// of small displacements for paper that is not flat. Module (x, y) covers [x, x+1) × [y, y+1).
final class Grid {
    private static final int MODULES_PER_NODE = 6;
    /// A side of the finest mesh.
    static final int MOST_NODES = SymbolVersion.LARGEST_DIMENSION / MODULES_PER_NODE + 2;

    /// The control points: u, v in modules and x, y in pixels, four each; top left, top right, bottom left, and one at
    /// the bottom right.
    final double[] uv = new double[8];

    final double[] xy = new double[8];

    /// Displacements of the mesh nodes in modules, row after row, [#nodes] a row.
    final double[] meshU = new double[MOST_NODES * MOST_NODES];

    final double[] meshV = new double[MOST_NODES * MOST_NODES];

    private final double[][] equations = new double[8][8];
    private final double[] solution = new double[8];
    private final double[] h = new double[8];
    private int dimension;
    private int cells;
    private double x;
    private double y;

    /// Sets the grid without a mesh.
    ///
    /// @return false where the points determine no homography
    boolean set(int dimension, double[] uv, double[] xy) {
        this.dimension = dimension;
        cells = 0;
        System.arraycopy(uv, 0, this.uv, 0, 8);
        System.arraycopy(xy, 0, this.xy, 0, 8);
        return solve();
    }

    void copy(Grid other) {
        dimension = other.dimension;
        cells = other.cells;
        System.arraycopy(other.uv, 0, uv, 0, 8);
        System.arraycopy(other.xy, 0, xy, 0, 8);
        System.arraycopy(other.h, 0, h, 0, 8);
        int used = (cells + 1) * (cells + 1);
        System.arraycopy(other.meshU, 0, meshU, 0, used);
        System.arraycopy(other.meshV, 0, meshV, 0, used);
    }

    /// Computes the homography after control points were moved: x = (h0 u + h1 v + h2) / (h6 u + h7 v + 1) and y
    /// likewise (Hartley and Zisserman, Multiple View Geometry, 4.1). On failure the last one stays.
    boolean solve() {
        double[] right = solution;
        for (int i = 0; i < 4; i++) {
            double u = uv[2 * i];
            double v = uv[2 * i + 1];
            row(equations[2 * i], u, v, 0, xy[2 * i]);
            row(equations[2 * i + 1], u, v, 3, xy[2 * i + 1]);
            right[2 * i] = xy[2 * i];
            right[2 * i + 1] = xy[2 * i + 1];
        }
        if (!LinearSolver.solve(equations, right, 8)) {
            return false;
        }
        System.arraycopy(right, 0, h, 0, 8);
        return true;
    }

    static void row(double[] row, double u, double v, int from, double target) {
        Arrays.fill(row, 0, 6, 0);
        row[from] = u;
        row[from + 1] = v;
        row[from + 2] = 1;
        row[6] = -u * target;
        row[7] = -v * target;
    }

    int dimension() {
        return dimension;
    }

    /// Mesh nodes a side, or 0 without a mesh.
    int nodes() {
        return cells == 0 ? 0 : cells + 1;
    }

    /// Modules between two nodes.
    double nodeSpacing() {
        return (double) dimension / cells;
    }

    /// Adds a mesh without displacements where there is none.
    void addMesh() {
        if (cells == 0) {
            addMesh(MODULES_PER_NODE);
        }
    }

    /// Gives the grid a new mesh without displacements, its nodes about so many modules apart.
    void addMesh(double modulesPerNode) {
        cells = Math.clamp(Math.round(dimension / modulesPerNode), 3, MOST_NODES - 1);
        Arrays.fill(meshU, 0, (cells + 1) * (cells + 1), 0);
        Arrays.fill(meshV, 0, (cells + 1) * (cells + 1), 0);
    }

    /// Mean pixels a module along the top edge.
    double modulePixels() {
        return Math.hypot(xy[2] - xy[0], xy[3] - xy[1]) / (uv[2] - uv[0]);
    }

    /// Maps a place in the symbol to [#x] and [#y] in the picture.
    void map(double u, double v) {
        double mu = u;
        double mv = v;
        if (cells > 0) {
            mu += displacementU(u, v);
            mv += displacementV(u, v);
        }
        double z = 1 / (h[6] * mu + h[7] * mv + 1);
        x = (h[0] * mu + h[1] * mv + h[2]) * z;
        y = (h[3] * mu + h[4] * mv + h[5]) * z;
    }

    /// The mesh's displacement at a place, along the rows.
    double displacementU(double u, double v) {
        return displacement(meshU, u, v);
    }

    double displacementV(double u, double v) {
        return displacement(meshV, u, v);
    }

    private double displacement(double[] mesh, double u, double v) {
        if (cells == 0) {
            return 0;
        }
        double column = Math.clamp(u / dimension * cells, 0, cells - 1e-6);
        double row = Math.clamp(v / dimension * cells, 0, cells - 1e-6);
        double a = column - (int) column;
        double b = row - (int) row;
        int node = ((int) row) * (cells + 1) + (int) column;
        int below = node + cells + 1;
        return (mesh[node] * (1 - a) + mesh[node + 1] * a) * (1 - b)
                + (mesh[below] * (1 - a) + mesh[below + 1] * a) * b;
    }

    double x() {
        return x;
    }

    double y() {
        return y;
    }

    /// The grey value at a place in the symbol.
    float sample(GreyView view, double u, double v) {
        if (cells == 0) {
            return sampleFlat(view, u, v);
        }
        map(u, v);
        return view.at(x, y);
    }

    /// The same without the mesh.
    float sampleFlat(GreyView view, double u, double v) {
        double z = 1 / (h[6] * u + h[7] * v + 1);
        return view.at((h[0] * u + h[1] * v + h[2]) * z, (h[3] * u + h[4] * v + h[5]) * z);
    }
}
