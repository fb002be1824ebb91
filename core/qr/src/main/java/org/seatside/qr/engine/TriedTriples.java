package org.seatside.qr.engine;

import java.util.Arrays;

/// The triples that were read in vain, so that no pass reads them again.
final class TriedTriples {
    private long[] keys = new long[64];
    private int count;

    void clear() {
        count = 0;
    }

    /// False if it was there already.
    boolean add(long key) {
        for (int i = 0; i < count; i++) {
            if (keys[i] == key) {
                return false;
            }
        }
        if (count == keys.length) {
            keys = Arrays.copyOf(keys, 2 * count);
        }
        keys[count++] = key;
        return true;
    }
}
