package org.seatside.service.log;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;

/// How what staff and the node itself do to records changes the state.
final class RecordRules {
    private RecordRules() {}

    static ApplyResult apply(Command command, RecordChange change, StateTransaction state) {
        RecordState records = state.records();
        return switch (change) {
            case RecordChange.Enter enter -> enter(command, enter, state);
            case RecordChange.CorrectAll all -> correctAll(command, all, records);
            case RecordChange.Undo undo -> undo(command, undo, records);
            case RecordChange.UndoBatch undo -> undoBatch(command, undo, records);
            case RecordChange.CloseMeeting close -> close(command, close, state);
            case RecordChange.NoticeLow notice -> {
                records.noticeLow(notice);
                yield new ApplyResult.Done();
            }
            case RecordChange.MoveLow move -> doneIf(records.moveLow(move), ApplyResult.Kind.UNKNOWN_REFERENCE);
            case RecordChange.ScoresPosted posted -> {
                records.scoresPosted(posted);
                yield new ApplyResult.Done();
            }
            case RecordChange.SaveMark save -> {
                records.saveMark(save.mark());
                yield new ApplyResult.Done();
            }
            case RecordChange.DeleteMark delete -> {
                records.deleteMark(delete.code());
                yield new ApplyResult.Done();
            }
        };
    }

    private static ApplyResult enter(Command command, RecordChange.Enter enter, StateTransaction state) {
        Attendance entered = enter.attendance();
        if (!state.exists(entered.student())
                || !state.exists(entered.room())
                || (entered.meeting() != null
                        && state.timetable().meeting(entered.meeting()).isEmpty())) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        Optional<Attendance> found =
                entered.meeting() == null ? Optional.empty() : state.attendance(entered.student(), entered.meeting());
        if (found.isEmpty()) {
            return doneIf(
                    state.records().insert(entered, enter.day(), RecordState.Written.by(command, enter.reason())),
                    ApplyResult.Kind.ALREADY_RECORDED);
        }
        Attendance old = found.get();
        boolean nobodyWasThere = old.checkIn() == null && !old.byStaff();
        if (!nobodyWasThere && old.status() != AttendanceStatus.VOID) {
            return conflict(ApplyResult.Kind.ALREADY_RECORDED);
        }
        Attendance next = new Attendance(
                old.id(),
                old.student(),
                entered.room(),
                old.meeting(),
                entered.status(),
                entered.at(),
                old.revision() + 1,
                old.checkIn(),
                entered.mark(),
                true);
        return revise(next, command, enter.reason(), null, state.records());
    }

    private static ApplyResult correctAll(Command command, RecordChange.CorrectAll all, RecordState records) {
        for (RecordChange.Correction correction : all.corrections()) {
            ApplyResult result = correct(
                    command,
                    correction.attendance(),
                    correction.expectedRevision(),
                    correction.status(),
                    correction.mark(),
                    all.reason(),
                    all.batch(),
                    records);
            if (result instanceof ApplyResult.Conflict) {
                return result;
            }
        }
        return new ApplyResult.Done();
    }

    static ApplyResult correct(
            Command command,
            AttendanceId id,
            int expectedRevision,
            AttendanceStatus status,
            @Nullable String mark,
            String reason,
            @Nullable UUID batch,
            RecordState records) {
        Optional<Attendance> current = records.attendance(id);
        if (current.isEmpty()) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        Attendance old = current.get();
        if (old.revision() != expectedRevision) {
            return conflict(ApplyResult.Kind.STALE_REVISION);
        }
        Attendance next = new Attendance(
                old.id(),
                old.student(),
                old.room(),
                old.meeting(),
                status,
                old.at(),
                old.revision() + 1,
                old.checkIn(),
                mark,
                true);
        return revise(next, command, reason, batch, records);
    }

    private static ApplyResult undo(Command command, RecordChange.Undo undo, RecordState records) {
        Optional<Attendance> current = records.attendance(undo.attendance());
        if (current.isEmpty()) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        return current.get().revision() == undo.expectedRevision()
                ? restore(command, current.get(), undo.reason(), records)
                : conflict(ApplyResult.Kind.STALE_REVISION);
    }

    private static ApplyResult undoBatch(Command command, RecordChange.UndoBatch undo, RecordState records) {
        List<Attendance> found = records.ofBatch(undo.batch());
        if (found.isEmpty()) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        for (Attendance current : found) {
            ApplyResult result = restore(command, current, undo.reason(), records);
            if (result instanceof ApplyResult.Conflict) {
                return result;
            }
        }
        return new ApplyResult.Done();
    }

    /// Where the first revision itself was a mistake, nothing is on record again. If nobody had checked in, a
    /// check-in that still comes counts.
    private static ApplyResult restore(Command command, Attendance current, String reason, RecordState records) {
        Attendance before = records.revision(current, current.revision() - 1)
                .orElseGet(() -> new Attendance(
                        current.id(),
                        current.student(),
                        current.room(),
                        current.meeting(),
                        AttendanceStatus.VOID,
                        current.at(),
                        current.revision(),
                        current.checkIn(),
                        null,
                        current.checkIn() != null));
        Attendance next = new Attendance(
                before.id(),
                before.student(),
                before.room(),
                before.meeting(),
                before.status(),
                before.at(),
                current.revision() + 1,
                before.checkIn(),
                before.mark(),
                before.byStaff());
        return revise(next, command, reason, null, records);
    }

    private static ApplyResult close(Command command, RecordChange.CloseMeeting close, StateTransaction state) {
        RecordState records = state.records();
        Optional<Meeting> found = state.timetable().meeting(close.meeting());
        if (found.isEmpty()) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        if (records.isClosed(close.meeting())) {
            return new ApplyResult.Done();
        }
        Meeting meeting = found.get();
        List<StudentId> missing = records.missing(close.meeting(), close.day());
        for (StudentId student : missing) {
            Attendance absent = new Attendance(
                    absentId(close.meeting(), student),
                    student,
                    meeting.room(),
                    meeting.id(),
                    AttendanceStatus.ABSENT,
                    meeting.startsAt(),
                    1,
                    null);
            if (!records.insert(absent, close.day(), RecordState.Written.by(command, null))) {
                throw new IllegalStateException("who is missing has no record");
            }
        }
        records.close(close.meeting(), command.at(), missing.size());
        return new ApplyResult.Done();
    }

    /// The same on every node, since nobody can draw one in apply.
    private static AttendanceId absentId(MeetingId meeting, StudentId student) {
        return new AttendanceId(
                UUID.nameUUIDFromBytes(("absent " + meeting + " " + student).getBytes(StandardCharsets.UTF_8)));
    }

    private static ApplyResult revise(
            Attendance next, Command command, String reason, @Nullable UUID batch, RecordState records) {
        return doneIf(
                records.revise(next, RecordState.Written.by(command, reason), batch), ApplyResult.Kind.STALE_REVISION);
    }

    private static ApplyResult doneIf(boolean done, ApplyResult.Kind otherwise) {
        return done ? new ApplyResult.Done() : conflict(otherwise);
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(kind);
    }
}
