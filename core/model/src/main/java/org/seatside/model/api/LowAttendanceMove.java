package org.seatside.model.api;

/// What staff decided about a notice of low attendance.
public record LowAttendanceMove(LowAttendance.State state) {}
