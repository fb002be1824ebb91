package org.seatside.service.log;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;

/// What the receiving node made of a check-in before it went into the log. Whether it is the first of its
/// meeting is decided later, in apply, where all check-ins stand in one order.
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "judged")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Judgement.Counts.class, name = "counts"),
    @JsonSubTypes.Type(value = Judgement.Refused.class, name = "refused")
})
public sealed interface Judgement {
    @Nullable
    StudentId student();

    @Nullable
    RoomId room();

    @Nullable
    MeetingId meeting();

    /// Counts unless the student was recorded before.
    ///
    /// @param attendance id of the record to make
    /// @param meeting null for plain room attendance
    /// @param minutesLate 0 unless status is LATE
    /// @param upstream whether to pass it on to the institution's own service
    record Counts(
            AttendanceId attendance,
            StudentId student,
            RoomId room,
            @Nullable MeetingId meeting,
            AttendanceStatus status,
            int minutesLate,
            boolean upstream)
            implements Judgement {}

    /// Kept as an event, makes no attendance.
    ///
    /// @param outcome kind of the outcome, see Outcome#kind
    /// @param code for outcome `Refused`: its code
    record Refused(
            String outcome,
            @Nullable String code,
            @Nullable StudentId student,
            @Nullable RoomId room,
            @Nullable MeetingId meeting)
            implements Judgement {}
}
