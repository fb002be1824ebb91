package org.seatside.service.gateway;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;

/// Reads what is on its way to the institution's own service. Thread-safe.
public interface UpstreamStore {
    /// Check-ins in state NEW, SENT or UNKNOWN: fewest attempts first, then oldest first.
    List<Waiting> waiting(int limit);

    Map<UpstreamState, Long> counts();

    /// @param at the original time of the check-in
    /// @param attempts calls begun so far
    record Waiting(CheckInId checkIn, StudentId student, RoomId room, Instant at, UpstreamState state, int attempts) {}
}
