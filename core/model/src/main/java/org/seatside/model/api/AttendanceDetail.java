package org.seatside.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.Evidence;
import org.seatside.model.attendance.Revision;

/// A record with all that became of it.
///
/// @param revisions oldest first
/// @param evidence null where no check-in made it
public record AttendanceDetail(
        Attendance attendance,
        List<Revision> revisions,
        @Nullable Evidence evidence) {}
