package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.List;

/// Lends finders for the time of one picture.
final class FinderPool {
    private final List<Finder> all = new ArrayList<>();
    private int lent;

    /// Takes all of them back.
    void reset() {
        lent = 0;
    }

    Finder lend(double x, double y, double module) {
        if (lent == all.size()) {
            all.add(new Finder());
        }
        Finder finder = all.get(lent++);
        finder.set(x, y, module);
        return finder;
    }
}
