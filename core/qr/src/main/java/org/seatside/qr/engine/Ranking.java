package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Orders finders without making garbage: a picture of noise has thousands of them at every frame, and sorting objects
/// takes an array each time.
final class Ranking {
    private long[] keys = new long[0];
    private final List<Finder> scratch = new ArrayList<>();

    /// Leaves the best of the list, best first; of equals the earlier one first.
    ///
    /// @param worth not negative
    void keepBest(List<Finder> finders, int most, ToDoubleFunction<Finder> worth) {
        int count = finders.size();
        if (keys.length < count) {
            keys = new long[Math.max(count, 2 * keys.length)];
        }
        for (int i = 0; i < count; i++) {
            // The bits of floats that are not negative are in the order of their values.
            long bits = Float.floatToIntBits((float) worth.applyAsDouble(finders.get(i)));
            keys[i] = (bits << 32) | (count - 1 - i);
        }
        Arrays.sort(keys, 0, count);
        scratch.clear();
        for (int k = count - 1; k >= Math.max(0, count - most); k--) {
            scratch.add(finders.get(count - 1 - (int) keys[k]));
        }
        finders.clear();
        for (int i = 0; i < scratch.size(); i++) {
            finders.add(scratch.get(i));
        }
    }
}
