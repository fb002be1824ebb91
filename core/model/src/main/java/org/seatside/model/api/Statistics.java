package org.seatside.model.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.RoomId;

/// How many of what there were, by days and hours of the campus.
///
/// @param checkIns what kiosks sent
/// @param records what is on record now
/// @param upstream how far check-ins of a day got on their way to the institution's own service
public record Statistics(List<CheckIns> checkIns, List<Records> records, List<Upstream> upstream) {
    /// @param outcome kind of outcome: Present and Late made a record, AlreadyRecorded found one
    /// @param room null where none was known
    public record CheckIns(
            LocalDate day, int hour, @Nullable RoomId room, Identification how, String outcome, long count) {}

    public record Records(LocalDate day, RoomId room, AttendanceStatus status, long count) {}

    public record Upstream(LocalDate day, UpstreamState state, long count) {}
}
