package org.seatside.service.export;

import java.util.List;
import java.util.Map;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// A section's students and meetings, and what is recorded of each pair.
///
/// @param students enrolled, or with a record; by number
/// @param meetings by start
/// @param records by student and meeting; a pair without a record is not in it
/// @param rooms names of the meetings' rooms
public record ClassSheet(
        Section section,
        List<Student> students,
        List<Meeting> meetings,
        Map<StudentId, Map<MeetingId, AttendanceStatus>> records,
        Map<MeetingId, String> rooms) {}
