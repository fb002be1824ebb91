package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.LocalDate;
import java.util.List;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Term;

/// Changes to who learns what from whom, and when.
@JsonSubTypes({
    @JsonSubTypes.Type(value = TimetableChange.SaveTerm.class, name = "save-term"),
    @JsonSubTypes.Type(value = TimetableChange.SaveDepartment.class, name = "save-department"),
    @JsonSubTypes.Type(value = TimetableChange.SaveCourse.class, name = "save-course"),
    @JsonSubTypes.Type(value = TimetableChange.SaveLecturer.class, name = "save-lecturer"),
    @JsonSubTypes.Type(value = TimetableChange.AssignLecturers.class, name = "assign-lecturers"),
    @JsonSubTypes.Type(value = TimetableChange.EnrolFor.class, name = "enrol-for"),
    @JsonSubTypes.Type(value = TimetableChange.Withdraw.class, name = "withdraw"),
    @JsonSubTypes.Type(value = TimetableChange.SavePattern.class, name = "save-pattern"),
    @JsonSubTypes.Type(value = TimetableChange.DeletePattern.class, name = "delete-pattern"),
    @JsonSubTypes.Type(value = TimetableChange.SaveHoliday.class, name = "save-holiday"),
    @JsonSubTypes.Type(value = TimetableChange.DeleteHoliday.class, name = "delete-holiday"),
    @JsonSubTypes.Type(value = TimetableChange.SaveRule.class, name = "save-rule")
})
public sealed interface TimetableChange extends Change {
    /// Adds or replaces. Conflict CODE_TAKEN.
    record SaveTerm(Term term) implements TimetableChange {}

    /// Adds or replaces. Conflict CODE_TAKEN.
    record SaveDepartment(Department department) implements TimetableChange {}

    /// Adds or replaces. Conflict CODE_TAKEN, UNKNOWN_REFERENCE.
    record SaveCourse(Course course) implements TimetableChange {}

    /// Adds or replaces. Conflict NUMBER_TAKEN, UNKNOWN_REFERENCE.
    record SaveLecturer(Lecturer lecturer) implements TimetableChange {}

    /// Replaces who teaches the section. Conflict UNKNOWN_REFERENCE.
    record AssignLecturers(SectionId section, List<LecturerId> lecturers) implements TimetableChange {}

    /// Adds stretches of enrolment; those that touch are joined. Conflict UNKNOWN_REFERENCE.
    record EnrolFor(List<Enrolled> stretches) implements TimetableChange {}

    /// Ends the students' enrolment after a day; stretches that begin later go away.
    record Withdraw(SectionId section, List<StudentId> students, LocalDate lastDay) implements TimetableChange {}

    /// Adds or replaces a pattern and its meetings that start after the command's time. Those that took
    /// attendance stay.
    ///
    /// @param pattern with its new revision; conflict STALE_REVISION where the one before is not the current
    ///     one
    /// @param meetings all of the pattern's, spelled out: time zones differ from one Java to the next, the log
    ///     must not
    record SavePattern(MeetingPattern pattern, List<Meeting> meetings) implements TimetableChange {}

    /// Takes a pattern away and those of its meetings that start after the command's time and took no
    /// attendance.
    record DeletePattern(PatternId pattern) implements TimetableChange {}

    /// Adds or replaces.
    record SaveHoliday(Holiday holiday) implements TimetableChange {}

    record DeleteHoliday(LocalDate day) implements TimetableChange {}

    /// Adds or replaces the rule of its campus, course or section. Meetings that follow it and start after the
    /// command's time get the new window. Conflict UNKNOWN_REFERENCE.
    record SaveRule(AttendanceRule rule) implements TimetableChange {}
}
