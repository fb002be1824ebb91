package org.seatside.model.attendance;

import org.seatside.model.id.CheckInId;

/// The node's answer to a check-in. Given only after the log entry is flushed: what has a receipt is never
/// lost.
///
/// @param logIndex where it stands in the log; a reader that wants to see it waits for this index
public record Receipt(CheckInId id, Outcome outcome, long logIndex) {}
