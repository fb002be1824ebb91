package org.seatside.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.Notice;

/// What concerns one kiosk.
///
/// @param notices for it, those that come within a day too: it shows and hides them by its own clock
/// @param help its last call, for ten minutes after it is over; null else
public record KioskAssist(List<Notice> notices, @Nullable HelpCall help) {
    public KioskAssist {
        notices = List.copyOf(notices);
    }
}
