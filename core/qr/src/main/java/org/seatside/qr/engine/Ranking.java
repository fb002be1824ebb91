package org.seatside.qr.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// Orders finders without making garbage: a picture of noise has thousands of them at every frame, and the
/// sorts of the library take an array each time. A heap of the best keeps as many as are wanted.
final class Ranking {
    private long[] heap = new long[0];
    private int size;
    private final List<Finder> scratch = new ArrayList<>();

    /// Leaves the best of the list, best first; of equals the earlier one first.
    ///
    /// @param worth not negative
    void keepBest(List<Finder> finders, int most, ToDoubleFunction<Finder> worth) {
        int count = finders.size();
        int kept = Math.min(count, most);
        if (heap.length < kept) {
            heap = new long[Math.max(kept, 2 * heap.length)];
        }
        size = 0;
        for (int i = 0; i < count; i++) {
            // The bits of floats that are not negative are in the order of their values.
            long bits = Float.floatToIntBits((float) worth.applyAsDouble(finders.get(i)));
            offer((bits << 32) | (count - 1 - i), kept);
        }
        scratch.clear();
        for (int k = 0; k < kept; k++) {
            scratch.add(finders.get(count - 1 - (int) takeLeast()));
        }
        finders.clear();
        for (int k = kept - 1; k >= 0; k--) {
            finders.add(scratch.get(k));
        }
    }

    /// Leaves the first of the list. A sublist to clear would be an object for the garbage.
    static void shorten(List<Finder> finders, int size) {
        for (int i = finders.size() - 1; i >= size; i--) {
            finders.removeLast();
        }
    }

    private void offer(long key, int most) {
        if (size < most) {
            heap[size++] = key;
            rise(size - 1);
        } else if (most > 0 && key > heap[0]) {
            heap[0] = key;
            sink();
        }
    }

    private long takeLeast() {
        long least = heap[0];
        heap[0] = heap[--size];
        sink();
        return least;
    }

    private void rise(int from) {
        int at = from;
        while (at > 0 && heap[at] < heap[(at - 1) >> 1]) {
            swap(at, (at - 1) >> 1);
            at = (at - 1) >> 1;
        }
    }

    private void sink() {
        int at = 0;
        int child = 1;
        while (child < size) {
            child += child + 1 < size && heap[child + 1] < heap[child] ? 1 : 0;
            if (heap[at] <= heap[child]) {
                return;
            }
            swap(at, child);
            at = child;
            child = 2 * at + 1;
        }
    }

    private void swap(int i, int j) {
        long key = heap[i];
        heap[i] = heap[j];
        heap[j] = key;
    }
}
