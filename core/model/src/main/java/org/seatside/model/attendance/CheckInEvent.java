package org.seatside.model.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;

/// A check-in as staff see it in lists and live.
///
/// @param outcome the kind of outcome, see [Outcome#kind]
/// @param takenAt when it happened, corrected for the kiosk's clock
/// @param studentName full: lists are for staff
/// @param provisional whether staff have to look: the kiosk's clock was too uncertain to be trusted, or the PIN that
///     the policy asks could not be checked
public record CheckInEvent(
        long logIndex,
        CheckInId id,
        String outcome,
        Instant takenAt,
        Instant receivedAt,
        Identification how,
        KioskId kiosk,
        String kioskName,
        @Nullable RoomId room,
        @Nullable String roomName,
        @Nullable String meeting,
        @Nullable StudentId student,
        @Nullable String studentNumber,
        @Nullable String studentName,
        UpstreamState upstream,
        boolean provisional) {}
