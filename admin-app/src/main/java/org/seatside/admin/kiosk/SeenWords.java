package org.seatside.admin.kiosk;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.fx.Messages;

/// When a kiosk was last heard of, in words.
public final class SeenWords {
    private SeenWords() {}

    /// @param seen null where never since the node started
    public static String of(@Nullable Instant seen, Instant now, Messages messages) {
        if (seen == null) {
            return messages.now("kiosk.seen.never");
        }
        Duration ago = Duration.between(seen, now);
        if (ago.toSeconds() < 60) {
            return messages.now("kiosk.seen.now");
        }
        if (ago.toMinutes() < 60) {
            return messages.now("kiosk.seen.minutes", ago.toMinutes());
        }
        return ago.toHours() < 48
                ? messages.now("kiosk.seen.hours", ago.toHours())
                : messages.now("kiosk.seen.days", ago.toDays());
    }
}
