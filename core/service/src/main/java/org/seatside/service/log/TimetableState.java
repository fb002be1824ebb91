package org.seatside.service.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.seatside.model.id.CourseId;
import org.seatside.model.id.DepartmentId;
import org.seatside.model.id.LecturerId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.PatternId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.id.TermId;
import org.seatside.model.roster.AttendanceRule;
import org.seatside.model.roster.Course;
import org.seatside.model.roster.Department;
import org.seatside.model.roster.Enrolled;
import org.seatside.model.roster.Holiday;
import org.seatside.model.roster.Lecturer;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.MeetingPattern;
import org.seatside.model.roster.Term;

/// What [TimetableChange]s write and look up; as [StateTransaction], of which it is a part.
public interface TimetableState {
    boolean saveTerm(Term term);

    boolean saveDepartment(Department department);

    boolean saveCourse(Course course);

    boolean saveLecturer(Lecturer lecturer);

    boolean exists(TermId term);

    boolean exists(DepartmentId department);

    boolean exists(CourseId course);

    boolean exists(LecturerId lecturer);

    /// Replaces who teaches a section.
    void assign(SectionId section, List<LecturerId> lecturers);

    /// Adds a stretch, joined with those it touches.
    void enrol(Enrolled stretch);

    void withdraw(SectionId section, StudentId student, LocalDate lastDay);

    /// Remembers since when a student is not active; nothing for one who is.
    void keepActivity(StudentId student, boolean active, Instant at);

    /// 0 for none.
    int patternRevision(PatternId pattern);

    void savePattern(MeetingPattern pattern);

    void deletePattern(PatternId pattern);

    /// Takes away the pattern's meetings that start after an instant and took no attendance.
    void dropMeetings(PatternId pattern, Instant after);

    /// Whether anything was recorded for the meeting.
    boolean tookAttendance(Meeting meeting);

    void saveHoliday(Holiday holiday);

    void deleteHoliday(LocalDate day);

    /// Adds or replaces; one that says nothing goes away.
    void saveRule(AttendanceRule rule);

    /// Gives meetings that follow the rules and start after an instant the window they have now.
    ///
    /// @param changed only those under this rule
    void rewindow(AttendanceRule changed, Instant after);

    Optional<Meeting> meeting(MeetingId id);
}
