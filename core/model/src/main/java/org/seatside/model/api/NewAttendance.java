package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;

/// Attendance that staff enter for a student, under their own name.
///
/// @param meeting null for plain attendance in `room`
/// @param room null for that of the meeting
/// @param mark code of the mark chosen, whose kind `status` is; null for the status as such
/// @param at when the student was there; null for now
/// @param reason never blank
public record NewAttendance(
        StudentId student,
        @Nullable MeetingId meeting,
        @Nullable RoomId room,
        AttendanceStatus status,
        @Nullable String mark,
        @Nullable Instant at,
        String reason) {}
