package org.seatside.qr.engine;

import java.util.Arrays;

/// The triples that were read in vain, so that no pass reads them again.
final class TriedTriples {
    private static final int NUMBERS = 6;

    private double[] places = new double[32 * NUMBERS];
    private int count;

    void clear() {
        count = 0;
    }

    /// False if it was there already.
    ///
    /// @param reach modules within which each of its finders is the same as another
    boolean add(Triple triple, double reach) {
        for (int i = 0; i < count; i++) {
            if (same(triple.topLeft(), i * NUMBERS, reach)
                    && same(triple.topRight(), i * NUMBERS + 2, reach)
                    && same(triple.bottomLeft(), i * NUMBERS + 4, reach)) {
                return false;
            }
        }
        if ((count + 1) * NUMBERS > places.length) {
            places = Arrays.copyOf(places, 2 * places.length);
        }
        int at = count++ * NUMBERS;
        put(triple.topLeft(), at);
        put(triple.topRight(), at + 2);
        put(triple.bottomLeft(), at + 4);
        return true;
    }

    private boolean same(Finder finder, int at, double reach) {
        double distance = Math.max(0.3, reach * finder.module);
        double dx = finder.x - places[at];
        double dy = finder.y - places[at + 1];
        return dx * dx + dy * dy < distance * distance;
    }

    private void put(Finder finder, int at) {
        places[at] = finder.x;
        places[at + 1] = finder.y;
    }
}
