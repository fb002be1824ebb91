package org.seatside.service.attendance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Correction;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;
import org.seatside.service.RefusedException;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;

/// Reading what was recorded, and correcting it. Thread-safe.
public final class AttendanceService {
    private static final int MAX_LIST = 1000;
    private static final int MAX_REASON = 500;

    private final AttendanceStore store;
    private final Commands commands;

    public AttendanceService(AttendanceStore store, Commands commands) {
        this.store = store;
        this.commands = commands;
    }

    public List<Attendance> attendance(
            @Nullable StudentId student, @Nullable MeetingId meeting, Instant from, Instant until) {
        return store.attendance(student, meeting, from, until, MAX_LIST);
    }

    /// @param before log index to go back from; null for the newest
    public Page<CheckInEvent> events(@Nullable Long before, int limit) {
        List<CheckInEvent> events =
                store.eventsBefore(before == null ? Long.MAX_VALUE : before, Math.clamp(limit, 1, MAX_LIST));
        String next = events.isEmpty() ? null : Long.toString(events.getLast().logIndex());
        return new Page<>(events, next);
    }

    /// Those that fit. A page may be short, or empty, and yet not be the last.
    ///
    /// @param before as above
    public Page<CheckInEvent> events(ExportFilter filter, @Nullable Long before, int limit) {
        return filter.equals(ExportFilter.ALL)
                ? events(before, limit)
                : store.eventsBefore(before == null ? Long.MAX_VALUE : before, filter, Math.clamp(limit, 1, MAX_LIST));
    }

    /// The highest sequence number recorded of a kiosk's epoch, 0 for none.
    public long highWater(KioskId kiosk, long epoch) {
        return store.highWater(kiosk, epoch);
    }

    /// Up to which sequence number of a kiosk's epoch none is missing.
    public long contiguous(KioskId kiosk, long epoch) {
        return store.contiguous(kiosk, epoch);
    }

    /// Appends a revision.
    ///
    /// @param revision the one the caller saw
    public Attendance correct(AttendanceId id, int revision, Correction correction, String actor, CommandId command) {
        String reason = correction.reason().strip();
        if (reason.isEmpty() || reason.length() > MAX_REASON) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "reason-needed", "Say why, in 1 to 500 characters.");
        }
        commands.require(
                command,
                actor,
                new Change.CorrectAttendance(id, revision, correction.status(), reason, correction.mark()));
        return store.attendance(id).orElseThrow();
    }
}
