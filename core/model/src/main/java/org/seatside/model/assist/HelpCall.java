package org.seatside.model.assist;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;

/// A call for help from a kiosk, which says where and never who. A kiosk has one open call at most.
///
/// @param room where the kiosk stood; null for one on wheels
/// @param seenAt null until then, like the two after it; null also where the state was skipped
public record HelpCall(
        HelpCallId id,
        KioskId kiosk,
        @Nullable RoomId room,
        HelpCallState state,
        Instant calledAt,
        @Nullable Instant seenAt,
        @Nullable Instant comingAt,
        @Nullable Instant doneAt) {
    /// Whether anybody still waits.
    public boolean open() {
        return state != HelpCallState.DONE;
    }

    /// The call one or more states later.
    ///
    /// @throws IllegalArgumentException where it is not later
    public HelpCall moved(HelpCallState to, Instant at) {
        if (to.compareTo(state) <= 0) {
            throw new IllegalArgumentException("a call that is " + state + " does not become " + to);
        }
        return new HelpCall(
                id,
                kiosk,
                room,
                to,
                calledAt,
                to == HelpCallState.SEEN ? at : seenAt,
                to == HelpCallState.COMING ? at : comingAt,
                to == HelpCallState.DONE ? at : doneAt);
    }
}
