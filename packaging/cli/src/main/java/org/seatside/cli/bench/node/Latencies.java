package org.seatside.cli.bench.node;

import java.util.Arrays;

/// How long answers took. One thread at a time.
final class Latencies {
    private int[] micros = new int[1 << 16];
    private int count;
    private boolean sorted;

    void add(long nanos) {
        if (count == micros.length) {
            micros = Arrays.copyOf(micros, 2 * micros.length);
        }
        micros[count++] = (int) (nanos / 1_000);
        sorted = false;
    }

    void clear() {
        count = 0;
    }

    int count() {
        return count;
    }

    /// Milliseconds within which a share of the answers came; 0 where there were none.
    double millis(double share) {
        if (!sorted) {
            Arrays.sort(micros, 0, count);
            sorted = true;
        }
        return count == 0 ? 0 : micros[(int) Math.min(count - 1L, (long) (share * count))] / 1e3;
    }
}
