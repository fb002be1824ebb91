package org.seatside.kiosk.checkin;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Profile;

/// What a node said to a check-in, so far.
public sealed interface NodeAnswer {
    /// It is in the log, with this outcome.
    ///
    /// @param profile how the screen meets this student; null where nothing was agreed
    record Decided(Outcome outcome, @Nullable Profile profile) implements NodeAnswer {
        public Decided(Outcome outcome) {
            this(outcome, null);
        }
    }

    /// The node refuses to take it; it stays on the kiosk for staff to look at.
    ///
    /// @param code constant, upper-case words joined by underscores
    record Refused(String code) implements NodeAnswer {}

    /// The kiosk is not, or no longer, one of this campus.
    record NotPaired() implements NodeAnswer {}

    /// No node answered in time.
    record None() implements NodeAnswer {}
}
