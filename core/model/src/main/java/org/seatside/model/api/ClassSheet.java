package org.seatside.model.api;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

/// The attendance of a class: students by number, meetings by time.
///
/// @param meetings that are held
/// @param marks what the codes in the cells mean and what they are worth
public record ClassSheet(Section section, List<Meeting> meetings, List<Row> rows, List<StatusMark> marks) {
    /// A student's line.
    ///
    /// @param cells one for each meeting, in their order; null where nothing is on record
    /// @param totals how often which status
    /// @param percent of what could be earned in the meetings that count and are on record, rounded; null
    ///     where there is none
    public record Row(
            Student student,
            List<@Nullable Cell> cells,
            Map<AttendanceStatus, Integer> totals,
            @Nullable Integer percent) {}

    /// What is on record of a student in a meeting.
    ///
    /// @param code of the mark: the status' own name where staff chose none
    public record Cell(AttendanceId attendance, AttendanceStatus status, String code, int revision, boolean byStaff) {}
}
