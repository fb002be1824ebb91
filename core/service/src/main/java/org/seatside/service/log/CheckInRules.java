package org.seatside.service.log;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.attendance.UpstreamState;

/// How a check-in changes the state.
final class CheckInRules {
    /// Two plain scans in one room this near to each other are one visit. A class lasts longer than the way to
    /// the door and back; two classes in a room begin further apart.
    static final Duration SAME_VISIT = Duration.ofMinutes(50);

    /// Sent again after it was deleted: nothing is recorded, passed on or counted again.
    static final String FORGOTTEN = "FORGOTTEN";

    /// Why a kiosk appended a revision.
    static final String EARLIER_CHECK_IN = "EARLIER_CHECK_IN";

    private static final ApplyResult FORGOTTEN_BEFORE = new ApplyResult.CheckedIn(
            false, new Judgement.Refused("Refused", FORGOTTEN, null, null, null), null, null, null);
    private static final ApplyResult SEQUENCE_REUSED = new ApplyResult.Conflict(ApplyResult.Kind.SEQUENCE_REUSED);

    private CheckInRules() {}

    static ApplyResult apply(long index, Command command, Change.RecordCheckIn record, StateTransaction state) {
        if (state.retention().isForgotten(record)) {
            return before(record, state).orElse(FORGOTTEN_BEFORE);
        }
        if (!(record.judgement() instanceof Judgement.Counts counts)) {
            ApplyResult.CheckedIn refused = new ApplyResult.CheckedIn(true, record.judgement(), null, null, null);
            return insertEvent(index, record, refused, state)
                    ? refused
                    : before(record, state).orElse(SEQUENCE_REUSED);
        }
        Optional<Attendance> found = counts.meeting() == null
                ? state.roomAttendance(counts.student(), counts.room(), record.effectiveAt(), SAME_VISIT)
                : state.attendance(counts.student(), counts.meeting());
        Attendance current =
                found.map(old -> bettered(old, record, counts)).orElseGet(() -> attendance(record, counts));
        boolean written = !found.equals(Optional.of(current));
        ApplyResult.CheckedIn result =
                new ApplyResult.CheckedIn(written, counts, current.id(), current.at(), current.room());
        // The event goes in before the record it makes, so that a reused sequence number leaves no trace at all.
        if (!insertEvent(index, record, result, state)) {
            return before(record, state).orElse(SEQUENCE_REUSED);
        }
        if (written && !write(current, record, command, state)) {
            throw new IllegalStateException("the one writer saw another record of this meeting a moment ago");
        }
        boolean somebodyWasThere = found.filter(old -> old.checkIn() != null).isPresent();
        if (written && !somebodyWasThere && counts.upstream()) {
            state.insertUpstream(record.checkIn().id(), UpstreamState.NEW, day(record));
        }
        return result;
    }

    /// What it came to when it was here before. Nearly none was: that is asked only once the constraints stand
    /// against it.
    private static Optional<ApplyResult> before(Change.RecordCheckIn record, StateTransaction state) {
        return state.checkIn(record.checkIn().id()).map(ApplyResult.class::cast);
    }

    private static boolean insertEvent(
            long index, Change.RecordCheckIn record, ApplyResult.CheckedIn result, StateTransaction state) {
        if (!state.insertCheckIn(index, record, result)) {
            return false;
        }
        state.records().count(record, result.outcome());
        state.raiseHighWater(
                record.checkIn().kiosk(),
                record.checkIn().epoch(),
                record.checkIn().seq());
        return true;
    }

    /// Entries written before the campus's own time was in them count under that of UTC.
    private static LocalDate day(Change.RecordCheckIn record) {
        return record.localTime().toLocalDate();
    }

    private static boolean write(
            Attendance attendance, Change.RecordCheckIn record, Command command, StateTransaction state) {
        boolean first = attendance.revision() == 1;
        RecordState.Written written =
                new RecordState.Written(command.at(), command.actor(), first ? null : EARLIER_CHECK_IN, record);
        return first
                ? state.records().insert(attendance, day(record), written)
                : state.records().revise(attendance, written, null);
    }

    /// A check-in that waited in a kiosk's outbox may come after a later one of the same meeting, and says that
    /// the student was there earlier: the record takes its time and status as its next revision. Who was marked
    /// absent, because nothing had come yet, was there after all. What staff gave stays. The institution's own
    /// service heard of an earlier check-in already and is not called again. Plain attendance stays too: it has
    /// no status to better, and its time says which scans are the same visit.
    private static Attendance bettered(Attendance old, Change.RecordCheckIn record, Judgement.Counts counts) {
        if (old.meeting() == null || old.byStaff()) {
            return old;
        }
        boolean nobodyYet = old.checkIn() == null || old.status() == AttendanceStatus.VOID;
        boolean earlier = !record.provisional()
                && record.effectiveAt().isBefore(old.at())
                && counts.status().compareTo(old.status()) <= 0;
        return nobodyYet || earlier
                ? new Attendance(
                        old.id(),
                        old.student(),
                        nobodyYet ? counts.room() : old.room(),
                        old.meeting(),
                        counts.status(),
                        record.effectiveAt(),
                        old.revision() + 1,
                        nobodyYet ? record.checkIn().id() : old.checkIn())
                : old;
    }

    private static Attendance attendance(Change.RecordCheckIn record, Judgement.Counts counts) {
        return new Attendance(
                counts.attendance(),
                counts.student(),
                counts.room(),
                counts.meeting(),
                counts.status(),
                record.effectiveAt(),
                1,
                record.checkIn().id());
    }
}
