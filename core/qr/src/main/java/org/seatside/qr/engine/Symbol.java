package org.seatside.qr.engine;

import java.util.List;

/// A symbol that was read.
///
/// @param text what it says
/// @param corners its outer corners in pixels of the picture, clockwise from the one the three finders leave no doubt
/// of
/// @param way how it was read, for measurements
public record Symbol(String text, List<Point> corners, String way) {
    public Symbol {
        corners = List.copyOf(corners);
    }

    /// A place in pixels from the top left.
    public record Point(double x, double y) {}

    static Symbol of(String text, Grid grid, String way) {
        int d = grid.dimension();
        return new Symbol(text, List.of(at(grid, 0, 0), at(grid, d, 0), at(grid, d, d), at(grid, 0, d)), way);
    }

    private static Point at(Grid grid, double u, double v) {
        grid.map(u, v);
        return new Point(grid.x(), grid.y());
    }
}
