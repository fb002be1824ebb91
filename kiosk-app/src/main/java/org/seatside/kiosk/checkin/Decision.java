package org.seatside.kiosk.checkin;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Profile;
import org.seatside.model.id.CheckInId;

/// What the desk answers to one scan or number.
///
/// @param checkIn null where nothing was recorded
/// @param profile how the screen meets this student until the visit ends; null where nothing was agreed
public record Decision(
        @Nullable CheckInId checkIn,
        Outcome outcome,
        @Nullable Profile profile) {
    /// An outcome of what was not recorded.
    public static Decision without(Outcome outcome) {
        return new Decision(null, outcome, null);
    }
}
