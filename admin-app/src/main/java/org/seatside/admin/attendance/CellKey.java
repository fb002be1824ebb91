package org.seatside.admin.attendance;

import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;

/// A cell of a class sheet.
record CellKey(StudentId student, MeetingId meeting) {}
