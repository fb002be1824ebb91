package org.seatside.kiosk.checkin;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.RoomId;

/// A check-in before it is recorded.
///
/// @param student the raw pass or number
/// @param room the raw room code or tag of this visit; null where the kiosk's own room counts
/// @param standing where the kiosk stands; null for a kiosk on wheels
/// @param pin see [org.seatside.model.attendance.CheckIn#pin]
public record Attempt(
        CheckInId id,
        Identification how,
        String student,
        @Nullable String room,
        @Nullable RoomId standing,
        KioskTime time,
        @Nullable String pin) {
    /// Without what identifies anybody.
    @Override
    public String toString() {
        return "Attempt[" + id + ", " + how + "]";
    }
}
