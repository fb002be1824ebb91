package org.seatside.model.attendance;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CheckInId;

/// The node's answer to a check-in. Given only after the log entry is flushed: what has a receipt is never
/// lost.
///
/// @param logIndex where it stands in the log; a reader that wants to see it waits for this index
/// @param profile how the kiosk meets this student for the rest of the visit; null where nothing was agreed or
///     nobody knows who it is
public record Receipt(
        CheckInId id,
        Outcome outcome,
        long logIndex,
        @Nullable Profile profile) {
    @JsonCreator
    public Receipt {}

    public Receipt(CheckInId id, Outcome outcome, long logIndex) {
        this(id, outcome, logIndex, null);
    }

    /// As it may be kept: a profile lives as long as the visit.
    public Receipt withoutProfile() {
        return new Receipt(id, outcome, logIndex, null);
    }
}
