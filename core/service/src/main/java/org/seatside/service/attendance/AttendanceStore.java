package org.seatside.service.attendance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;

/// Reads what was recorded from this node's view. Thread-safe; sees all that was applied before the call.
public interface AttendanceStore {
    Optional<Attendance> attendance(AttendanceId id);

    /// Current revisions by time, newest first, at most `limit`.
    List<Attendance> attendance(
            @Nullable StudentId student, @Nullable MeetingId meeting, Instant from, Instant until, int limit);

    /// Events at log indexes below `before`, newest first. Several events may share an entry's index: an index
    /// is returned whole, so a part may hold a little more than `limit`.
    List<CheckInEvent> eventsBefore(long before, int limit);

    /// Events at log indexes below `before` that fit, newest first; an index is returned whole. A page may hold fewer
    /// than `limit` or none at all and yet not be the last: one look goes through a bounded part of the log.
    Page<CheckInEvent> eventsBefore(long before, ExportFilter filter, int limit);

    /// Events at log indexes above `after`, oldest first; an index is returned whole.
    List<CheckInEvent> eventsAfter(long after, int limit);

    /// Highest sequence number seen of a kiosk's epoch; 0 for none.
    long highWater(KioskId kiosk, long epoch);

    /// Up to which sequence number of a kiosk's epoch none is missing; 0 where the first is.
    long contiguous(KioskId kiosk, long epoch);
}
