package org.seatside.model.attendance;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// One attempt of a student at a kiosk, as the kiosk forced it to its outbox. The node verifies all of it
/// again.
///
/// @param epoch drawn anew whenever the kiosk starts an outbox; with `seq` it tells a lost event from a resent
///     one
/// @param seq from 1, without gaps within the epoch
/// @param student the raw text that identified the student: a pass or a number, at most 512 characters
/// @param room the raw room code or room tag shown in this visit; null where the kiosk's own room counts
/// @param standing the kiosk's own room when this happened: it may have moved before the event is sent; null
///     for a kiosk on wheels
/// @param pin the node's word that the right PIN was typed with this number, see
///     [org.seatside.model.api.PinAnswer#proof]; [#PIN_UNCHECKED] where no node answered; null where no PIN was asked
public record CheckIn(
        CheckInId id,
        KioskId kiosk,
        long epoch,
        long seq,
        Identification how,
        String student,
        @Nullable String room,
        @Nullable RoomId standing,
        KioskTime time,
        @Nullable String pin) {
    /// Longest raw text a check-in carries, in characters.
    public static final int MAX_TEXT = 512;

    /// A PIN would have been asked, and no node answered that could have checked it. The check-in counts, and is
    /// provisional: staff see that they have to look.
    public static final String PIN_UNCHECKED = "unchecked";

    @JsonCreator
    public CheckIn {}

    /// Without a PIN.
    public CheckIn(
            CheckInId id,
            KioskId kiosk,
            long epoch,
            long seq,
            Identification how,
            String student,
            @Nullable String room,
            @Nullable RoomId standing,
            KioskTime time) {
        this(id, kiosk, epoch, seq, how, student, room, standing, time, null);
    }

    /// The same attempt under another number.
    public CheckIn at(long otherEpoch, long otherSeq) {
        return new CheckIn(id, kiosk, otherEpoch, otherSeq, how, student, room, standing, time, pin);
    }

    /// The same attempt with its time told otherwise.
    public CheckIn with(KioskTime otherTime) {
        return new CheckIn(id, kiosk, epoch, seq, how, student, room, standing, otherTime, pin);
    }
}
