package org.seatside.model.attendance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;

/// The current revision of a record.
///
/// @param meeting null for plain room attendance
/// @param at when the student checked in, corrected for the kiosk's clock
/// @param revision 1 for the first; each correction adds one and keeps the ones before
/// @param checkIn what it came from; null where staff entered it, or nobody came
/// @param mark code of the [StatusMark] that staff chose; null for the status as such
/// @param byStaff whether staff had the last word: no check-in betters it then
public record Attendance(
        AttendanceId id,
        StudentId student,
        RoomId room,
        @Nullable MeetingId meeting,
        AttendanceStatus status,
        Instant at,
        int revision,
        @Nullable CheckInId checkIn,
        @Nullable String mark,
        boolean byStaff) {
    /// One in which staff had no hand.
    public Attendance(
            AttendanceId id,
            StudentId student,
            RoomId room,
            @Nullable MeetingId meeting,
            AttendanceStatus status,
            Instant at,
            int revision,
            @Nullable CheckInId checkIn) {
        this(id, student, room, meeting, status, at, revision, checkIn, null, false);
    }
}
