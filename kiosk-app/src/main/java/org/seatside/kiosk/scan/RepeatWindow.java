package org.seatside.kiosk.scan;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/// Tells a code that is still in view from one that is shown again: a text counts as new once it has not been
/// seen for the whole window. One thread.
final class RepeatWindow {
    private final long window;
    private final Map<String, Long> lastSeen = new HashMap<>();

    RepeatWindow(Duration window) {
        this.window = window.toNanos();
    }

    /// @param nanos of the frame; never earlier than in the call before
    boolean isNew(String text, long nanos) {
        lastSeen.values().removeIf(seen -> nanos - seen > window);
        return lastSeen.put(text, nanos) == null;
    }
}
