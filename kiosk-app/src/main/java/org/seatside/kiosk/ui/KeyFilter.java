package org.seatside.kiosk.ui;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/// Leaves out what unsteady hands press beside what they mean (EN 301 549, 5.7 and 5.8): a key held down counts
/// again after two seconds only, and where it is wanted the same key twice within half a second counts once.
final class KeyFilter {
    static final Duration REPEAT = Duration.ofSeconds(2);
    static final Duration DOUBLE_STRIKE = Duration.ofMillis(500);

    private final LongSupplier nanos;
    private final Map<Object, Long> held = new HashMap<>();
    private @Nullable Object last;
    private long lastAt;

    /// @param nanos as [System#nanoTime]
    KeyFilter(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /// Whether a key that went down, or says that it still is, counts. A scanner lets go of every key.
    boolean counts(Object key) {
        long now = nanos.getAsLong();
        Long since = held.get(key);
        if (since != null && now - since < REPEAT.toNanos()) {
            return false;
        }
        held.put(key, now);
        return true;
    }

    void released(Object key) {
        held.remove(key);
    }

    /// Whether it is another stroke than the one just before, for who asked to be spared that.
    boolean isAnotherStroke(Object key) {
        long now = nanos.getAsLong();
        boolean same = key.equals(last) && now - lastAt < DOUBLE_STRIKE.toNanos();
        last = key;
        lastAt = now;
        return !same;
    }
}
