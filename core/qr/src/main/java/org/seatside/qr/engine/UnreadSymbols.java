package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.List;

/// What the passes over one picture located and could not read: of each symbol the grid that fits best, for a
/// few symbols. Buffers are kept from picture to picture.
final class UnreadSymbols {
    private static final int MOST = 4;

    private final List<Unread> all = new ArrayList<>();
    private int count;

    void clear() {
        count = 0;
    }

    int size() {
        return count;
    }

    Unread get(int i) {
        return all.get(i);
    }

    /// Keeps the symbol where it is the best of its place, and among the best.
    ///
    /// @param soft is copied
    void offer(SymbolVersion version, Grid grid, double fitness, float[] soft) {
        int at = place(version, grid);
        if (at < count && all.get(at).fitness >= fitness) {
            return;
        }
        if (at == all.size()) {
            all.add(new Unread());
        }
        count = Math.max(count, at + 1);
        all.get(at).set(version, grid, fitness, soft);
    }

    /// Whether it has the symbol on the same grid, which then need not be read in vain again.
    boolean holds(SymbolVersion version, Grid grid) {
        int d = version.dimension();
        for (int i = 0; i < count; i++) {
            Unread other = all.get(i);
            if (other.version.number() == version.number()
                    && other.near(grid, 0, 0, 0)
                    && other.near(grid, 1, d, 0)
                    && other.near(grid, 2, d, d)
                    && other.near(grid, 3, 0, d)) {
                return true;
            }
        }
        return false;
    }

    /// Where the symbol belongs: in the place of the same one, in a new one, or in that of the least.
    private int place(SymbolVersion version, Grid grid) {
        grid.map(version.dimension() / 2.0, version.dimension() / 2.0);
        int least = 0;
        for (int i = 0; i < count; i++) {
            Unread other = all.get(i);
            boolean near = Math.hypot(other.x() - grid.x(), other.y() - grid.y()) < other.reach() / 3;
            if (near && other.version.number() == version.number()) {
                return i;
            }
            least = other.fitness < all.get(least).fitness ? i : least;
        }
        return count < MOST ? count : least;
    }
}
