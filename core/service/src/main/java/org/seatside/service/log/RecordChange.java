package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.LowAttendance;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.StatusMark;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;

/// Changes to what is on record, other than by a check-in.
@JsonSubTypes({
    @JsonSubTypes.Type(value = RecordChange.Enter.class, name = "enter-attendance"),
    @JsonSubTypes.Type(value = RecordChange.CorrectAll.class, name = "correct-all"),
    @JsonSubTypes.Type(value = RecordChange.Undo.class, name = "undo-revision"),
    @JsonSubTypes.Type(value = RecordChange.UndoBatch.class, name = "undo-batch"),
    @JsonSubTypes.Type(value = RecordChange.CloseMeeting.class, name = "close-meeting"),
    @JsonSubTypes.Type(value = RecordChange.NoticeLow.class, name = "notice-low"),
    @JsonSubTypes.Type(value = RecordChange.MoveLow.class, name = "move-low"),
    @JsonSubTypes.Type(value = RecordChange.ScoresPosted.class, name = "scores-posted"),
    @JsonSubTypes.Type(value = RecordChange.SaveMark.class, name = "save-mark"),
    @JsonSubTypes.Type(value = RecordChange.DeleteMark.class, name = "delete-mark")
})
public sealed interface RecordChange extends Change {
    /// What staff enter for a student. Conflict ALREADY_RECORDED where the student has a record of the meeting
    /// that says somebody was there, or that staff gave; UNKNOWN_REFERENCE.
    ///
    /// @param attendance its revision 1; where there is a record to replace, its next revision says the same
    /// @param day of the campus
    record Enter(Attendance attendance, LocalDate day, String reason) implements RecordChange {
        @Override
        public String subject() {
            return attendance.id().toString();
        }

        @Override
        public String detail() {
            return attendance.status() + " " + reason;
        }
    }

    /// All or none. Conflict STALE_REVISION, UNKNOWN_REFERENCE.
    record CorrectAll(UUID batch, String reason, List<Correction> corrections) implements RecordChange {
        @Override
        public String subject() {
            return batch.toString();
        }

        @Override
        public String detail() {
            return corrections.size() + " " + reason;
        }
    }

    /// @param mark null for the status as such
    record Correction(
            AttendanceId attendance,
            int expectedRevision,
            AttendanceStatus status,
            @Nullable String mark) {}

    /// Appends a revision that says what the one before the last said; where there is none before, that nothing
    /// is on record. Conflict STALE_REVISION, UNKNOWN_REFERENCE.
    record Undo(AttendanceId attendance, int expectedRevision, String reason) implements RecordChange {
        @Override
        public String subject() {
            return attendance.toString();
        }

        @Override
        public String detail() {
            return reason;
        }
    }

    /// Undoes those corrections of a batch that nobody changed since. Conflict UNKNOWN_REFERENCE where there
    /// are
    /// none.
    record UndoBatch(UUID batch, String reason) implements RecordChange {
        @Override
        public String subject() {
            return batch.toString();
        }

        @Override
        public String detail() {
            return reason;
        }
    }

    /// Marks absent who was on the meeting's roster and has no record of it, once.
    ///
    /// @param day of the meeting, whose roster counts
    record CloseMeeting(MeetingId meeting, LocalDate day) implements RecordChange {
        @Override
        public String subject() {
            return meeting.toString();
        }
    }

    /// Says whose attendance of a section is low now: notices of others go away, and what staff decided about
    /// those
    /// that stay holds.
    record NoticeLow(SectionId section, LocalDate day, List<Low> low) implements RecordChange {
        @Override
        public String subject() {
            return section.toString();
        }

        @Override
        public String detail() {
            return Integer.toString(low.size());
        }
    }

    /// See [LowAttendance].
    record Low(StudentId student, int percent, int below, int meetings) {}

    /// Conflict UNKNOWN_REFERENCE where there is no such notice any more.
    record MoveLow(SectionId section, StudentId student, LowAttendance.State state) implements RecordChange {
        @Override
        public String subject() {
            return student.toString();
        }

        @Override
        public String detail() {
            return section + " " + state;
        }
    }

    /// What the learning management system was told of a section.
    record ScoresPosted(SectionId section, List<Score> scores) implements RecordChange {
        @Override
        public String subject() {
            return section.toString();
        }

        @Override
        public String detail() {
            return Integer.toString(scores.size());
        }
    }

    /// @param percent of what could be earned
    record Score(StudentId student, int percent) {}

    /// Adds or replaces.
    record SaveMark(StatusMark mark) implements RecordChange {}

    record DeleteMark(String code) implements RecordChange {}
}
