package org.seatside.service.log;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;

/// What [RecordChange]s write and look up; as [StateTransaction], of which it is a part.
public interface RecordState {
    /// Revision 1 of a record. False where the student has one for the meeting.
    ///
    /// @param day of the campus under which it is counted
    boolean insert(Attendance attendance, LocalDate day, Written written);

    /// Appends the next revision. False where the current revision is not `attendance.revision() - 1`.
    ///
    /// @param batch it is made in; null for one by itself
    boolean revise(Attendance attendance, Written written, @Nullable UUID batch);

    /// Who wrote a revision, and why.
    ///
    /// @param checkIn it was made from, whether or not that is the record's own; null where people made it
    record Written(Instant at, String actor, @Nullable String reason, Change.@Nullable RecordCheckIn checkIn) {
        static Written by(Command command, @Nullable String reason) {
            return new Written(command.at(), command.actor(), reason, null);
        }
    }

    /// What an earlier revision of a record said.
    Optional<Attendance> revision(Attendance current, int revision);

    /// Records whose current revision was made in a batch.
    List<Attendance> ofBatch(UUID batch);

    Optional<Attendance> attendance(AttendanceId id);

    /// Whether the meeting was closed before.
    boolean isClosed(MeetingId meeting);

    void close(MeetingId meeting, Instant at, int absent);

    /// Who was on the roster of a day, was active when the meeting began and has no record of it, by id.
    List<StudentId> missing(MeetingId meeting, LocalDate day);

    void noticeLow(RecordChange.NoticeLow notice);

    /// False where there is none.
    boolean moveLow(RecordChange.MoveLow move);

    void scoresPosted(RecordChange.ScoresPosted posted);

    void saveMark(StatusMark mark);

    void deleteMark(String code);

    /// Counts a check-in under its day and hour of the campus.
    void count(Change.RecordCheckIn record, String outcome);
}
