package org.seatside.client.outbox;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// A [CheckIn] to be, before the outbox gives it its place in the sequence.
///
/// @param student raw text, at most [CheckIn#MAX_TEXT] characters
/// @param room raw text, at most [CheckIn#MAX_TEXT] characters; null where the kiosk's own room counts
/// @param standing where the kiosk stands at this moment; null for a kiosk on wheels
/// @param pin see [CheckIn#pin]
public record Draft(
        CheckInId id,
        KioskId kiosk,
        Identification how,
        String student,
        @Nullable String room,
        @Nullable RoomId standing,
        KioskTime time,
        @Nullable String pin) {
    public Draft {
        if (student.length() > CheckIn.MAX_TEXT
                || (room != null && room.length() > CheckIn.MAX_TEXT)
                || (pin != null && pin.length() > CheckIn.MAX_TEXT)) {
            throw new IllegalArgumentException("A check-in carries at most " + CheckIn.MAX_TEXT + " characters");
        }
    }

    /// Without a PIN.
    public Draft(
            CheckInId id,
            KioskId kiosk,
            Identification how,
            String student,
            @Nullable String room,
            @Nullable RoomId standing,
            KioskTime time) {
        this(id, kiosk, how, student, room, standing, time, null);
    }

    CheckIn at(long epoch, long seq) {
        return new CheckIn(id, kiosk, epoch, seq, how, student, room, standing, time, pin);
    }
}
