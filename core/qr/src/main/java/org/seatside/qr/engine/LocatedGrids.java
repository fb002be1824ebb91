package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.List;

/// The first grids of a picture on which a symbol lies that was not read, for what is too dear to be done to each of
/// them. Kept from picture to picture.
final class LocatedGrids {
    private final List<Located> all = new ArrayList<>();
    private final int most;
    private int count;

    /// A grid and what it was laid over.
    static final class Located {
        final Grid grid = new Grid();
        SymbolVersion version;
        Scene scene;

        private Located(SymbolVersion version, Scene scene) {
            this.version = version;
            this.scene = scene;
        }
    }

    LocatedGrids(int most) {
        this.most = most;
    }

    void clear() {
        count = 0;
    }

    int size() {
        return count;
    }

    Located get(int i) {
        return all.get(i);
    }

    /// Takes a copy of the grid while there is room.
    void offer(Grid grid, SymbolVersion version, Scene scene) {
        if (count == most) {
            return;
        }
        if (count == all.size()) {
            all.add(new Located(version, scene));
        }
        Located taken = all.get(count++);
        taken.grid.copy(grid);
        taken.version = version;
        taken.scene = scene;
    }
}
