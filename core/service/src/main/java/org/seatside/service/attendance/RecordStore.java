package org.seatside.service.attendance;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.AttendanceDetail;
import org.seatside.model.api.HistoryEntry;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.api.Page;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;

/// Reads records as lists, sheets and counts show them, from this node's view. Thread-safe; sees all that was
/// applied before the call. Each call costs a fixed number of queries, however much it answers.
public interface RecordStore {
    Optional<AttendanceDetail> detail(AttendanceId id);

    /// A student's records, newest first.
    ///
    /// @param after [Page#next] of the page before; null for the newest
    Page<HistoryEntry> history(StudentId student, @Nullable String after, int limit);

    Optional<Attendance> attendance(StudentId student, MeetingId meeting);

    /// Records of a section's meetings that start between two instants.
    List<Attendance> ofSection(SectionId section, Instant from, Instant until);

    /// Records whose current revision was made in a batch.
    List<Attendance> ofBatch(UUID batch);

    /// Marks that staff saved.
    List<StatusMark> marks();

    /// @param from first day
    /// @param until last day
    Statistics statistics(LocalDate from, LocalDate until);

    /// Meetings that are held, ended and closed before an instant, started after another, and are not done with
    /// yet.
    ///
    /// @param limit at most so many, the oldest first
    List<Ended> ended(Instant from, Instant until, int limit);

    /// Sections of which a meeting ended between two instants.
    List<SectionId> metBetween(Instant from, Instant until);

    /// How many records of each kind the students have who are on a section's roster of a day, of its meetings
    /// that
    /// start between two instants; by student.
    List<Earned> earned(SectionId section, Instant from, Instant until, LocalDate day);

    /// The lowest first.
    ///
    /// @param section null for all
    /// @param student null for all
    List<LowAttendance> low(@Nullable SectionId section, @Nullable StudentId student);

    /// What the learning management system was last told of a section, in per cent.
    Map<StudentId, Integer> posted(SectionId section);

    /// @param mark null for the status as such
    record Earned(
            StudentId student,
            AttendanceStatus status,
            @Nullable String mark,
            int count) {}

    /// @param anybody whether anybody checked in
    record Ended(Meeting meeting, boolean anybody) {}
}
