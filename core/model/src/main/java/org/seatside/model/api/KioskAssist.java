package org.seatside.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.Notice;

/// What concerns one kiosk.
///
/// @param notices for it, those that come within a day too: it shows and hides them by its own clock
/// @param help its last call, for ten minutes after it is over; null else
/// @param actions what it is asked to do now and has not answered, the oldest first; none from an older node
public record KioskAssist(List<Notice> notices, @Nullable HelpCall help, List<KioskAction> actions) {
    public KioskAssist {
        notices = List.copyOf(notices);
        actions = actions == null ? List.of() : List.copyOf(actions);
    }

    public KioskAssist(List<Notice> notices, @Nullable HelpCall help) {
        this(notices, help, List.of());
    }

    /// The same with what it is asked to do.
    public KioskAssist asked(List<KioskAction> open) {
        return new KioskAssist(notices, help, open);
    }
}
