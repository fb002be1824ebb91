package org.seatside.service.log;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Section;

/// How each command changes the state. Deterministic: reads the command and the state and nothing else, so
/// every node that applies the same log has the same state.
public final class AttendanceStateMachine {
    /// Two plain scans in one room this near to each other are one visit. A class lasts longer than the way to
    /// the door and back; two classes in a room begin further apart.
    static final Duration SAME_VISIT = Duration.ofMinutes(50);

    /// Why a kiosk appended a revision.
    static final String EARLIER_CHECK_IN = "EARLIER_CHECK_IN";

    /// @param index where the command's entry stands in the log
    public ApplyResult apply(long index, Command command, StateTransaction state) {
        if (command.change() instanceof Change.RecordCheckIn record) {
            return recordCheckIn(index, command, record, state);
        }
        Optional<ApplyResult> before = state.resultOf(command.id());
        if (before.isPresent()) {
            return before.get();
        }
        ApplyResult result = state.attempt(() -> change(command, state));
        state.remember(command.id(), command.at(), result);
        AuditRules.append(index, command, result, state.audit());
        return result;
    }

    private static ApplyResult change(Command command, StateTransaction state) {
        return switch (command.change()) {
            case Change.RecordCheckIn _ -> throw new IllegalStateException("a check-in is remembered by its own id");
            case Change.CorrectAttendance correct -> correct(command, correct, state);
            case Change.MarkUpstream mark -> {
                state.markUpstream(mark, command.at());
                yield done();
            }
            case Change.ForgetResults(Instant before) -> {
                state.forgetResults(before);
                yield done();
            }
            case Change.SaveStudent save -> saveStudent(command, save, state);
            case Change.IssuePass issue ->
                !state.exists(issue.pass().student())
                        ? conflict(ApplyResult.Kind.UNKNOWN_REFERENCE)
                        : doneIf(state.insertPass(issue.pass()), ApplyResult.Kind.HANDLE_TAKEN);
            case Change.RevokePass revoke -> {
                state.revokePass(revoke.handle(), command.at());
                yield done();
            }
            case Change.SaveRoom save -> saveRoom(save, state);
            case Change.SaveSection save -> saveSection(save, state);
            case Change.Enrol enrol -> enrol(enrol, state);
            case Change.SaveMeeting save -> saveMeeting(save, state);
            case Change.InviteKiosk invite -> inviteKiosk(invite, state);
            case Change.PairKiosk pair -> pairKiosk(command, pair, state);
            case Change.PlaceKiosk place -> placeKiosk(place, state);
            case Change.RevokeKiosk revoke ->
                updateKiosk(
                        revoke.kiosk(),
                        state,
                        kiosk -> new Kiosk(
                                kiosk.id(), kiosk.name(), kiosk.room(), kiosk.publicKey(), true, kiosk.seat()));
            case Change.SaveAccount save -> saveAccount(save, state);
            case Change.OpenSession open ->
                StaffRules.startSession(
                        command,
                        new StaffChange.StartSession(
                                open.tokenHash(), open.account(), open.expiresAt(), null, null, null, null),
                        state.staff());
            case Change.CloseSession close -> {
                state.staff().deleteSession(close.tokenHash());
                yield done();
            }
            case ImportChange all -> importAll(command, all, state);
            case PlaceChange place -> PlaceRules.apply(place, state);
            case TimetableChange timetable -> TimetableRules.apply(command, timetable, state);
            case AssistChange assist -> AssistRules.apply(command, assist, state.assist());
            case HookChange hook -> HookRules.apply(hook, state.hooks());
            case DirectoryChange.SaveListing save -> {
                state.directory().saveListing(save.listing());
                yield done();
            }
            case DirectoryChange.RemoveListing remove -> {
                state.directory().removeListing(remove.listing());
                yield done();
            }
            case CareChange care -> CareRules.apply(command, care, state);
            case RetentionChange.Forget forget -> {
                state.retention().forget(forget);
                yield done();
            }
            case AuditChange audit -> AuditRules.apply(audit, state.audit());
            case StaffChange staff -> StaffRules.apply(command, staff, state.staff());
        };
    }

    private static ApplyResult importAll(Command command, ImportChange change, StateTransaction state) {
        if (!(change instanceof ImportChange.All(List<Change> changes, String _))) {
            throw new IllegalStateException("unpacked where it comes out of the log");
        }
        for (Change one : changes) {
            ApplyResult result =
                    change(new Command(command.id(), command.at(), command.actor(), command.from(), one), state);
            if (result instanceof ApplyResult.Conflict) {
                return result;
            }
        }
        return done();
    }

    private static ApplyResult recordCheckIn(
            long index, Command command, Change.RecordCheckIn record, StateTransaction state) {
        Optional<ApplyResult.CheckedIn> before = state.checkIn(record.checkIn().id());
        if (before.isPresent()) {
            return before.get();
        }
        if (!(record.judgement() instanceof Judgement.Counts counts)) {
            ApplyResult.CheckedIn refused = new ApplyResult.CheckedIn(true, record.judgement(), null, null, null);
            return insertEvent(index, command, record, refused, state)
                    ? refused
                    : conflict(ApplyResult.Kind.SEQUENCE_REUSED);
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
        if (!insertEvent(index, command, record, result, state)) {
            return conflict(ApplyResult.Kind.SEQUENCE_REUSED);
        }
        if (written && !write(current, command, state)) {
            throw new IllegalStateException("the one writer saw another record of this meeting a moment ago");
        }
        if (found.isEmpty() && counts.upstream()) {
            state.insertUpstream(record.checkIn().id(), UpstreamState.NEW);
        }
        return result;
    }

    private static boolean insertEvent(
            long index,
            Command command,
            Change.RecordCheckIn record,
            ApplyResult.CheckedIn result,
            StateTransaction state) {
        if (!state.insertCheckIn(index, command.id(), record, result)) {
            return false;
        }
        state.raiseHighWater(
                record.checkIn().kiosk(),
                record.checkIn().epoch(),
                record.checkIn().seq());
        return true;
    }

    private static boolean write(Attendance attendance, Command command, StateTransaction state) {
        return attendance.revision() == 1
                ? state.insertAttendance(attendance, command.at(), command.actor())
                : state.insertRevision(attendance, command.at(), command.actor(), EARLIER_CHECK_IN);
    }

    /// A check-in that waited in a kiosk's outbox may come after a later one of the same meeting, and says
    /// that the
    /// student was there earlier: the record takes its time and status as its next revision. What staff
    /// corrected
    /// stays. The institution's own service heard of this meeting already and is not called again. Plain
    /// attendance
    /// stays too: it has no status to better, and its time says which scans are the same visit.
    private static Attendance bettered(Attendance old, Change.RecordCheckIn record, Judgement.Counts counts) {
        boolean better = old.meeting() != null
                && old.revision() == 1
                && old.checkIn() != null
                && !record.provisional()
                && record.effectiveAt().isBefore(old.at())
                && counts.status().compareTo(old.status()) <= 0;
        return better
                ? new Attendance(
                        old.id(),
                        old.student(),
                        old.room(),
                        old.meeting(),
                        counts.status(),
                        record.effectiveAt(),
                        old.revision() + 1,
                        old.checkIn())
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

    private static ApplyResult correct(Command command, Change.CorrectAttendance correct, StateTransaction state) {
        Optional<Attendance> current = state.attendance(correct.attendance());
        if (current.isEmpty()) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        Attendance old = current.get();
        if (old.revision() != correct.expectedRevision()) {
            return conflict(ApplyResult.Kind.STALE_REVISION);
        }
        Attendance next = new Attendance(
                old.id(),
                old.student(),
                old.room(),
                old.meeting(),
                correct.status(),
                old.at(),
                old.revision() + 1,
                old.checkIn());
        return doneIf(
                state.insertRevision(next, command.at(), command.actor(), correct.reason()),
                ApplyResult.Kind.STALE_REVISION);
    }

    private static ApplyResult saveStudent(Command command, Change.SaveStudent save, StateTransaction state) {
        if (!state.saveStudent(save.student())) {
            return conflict(ApplyResult.Kind.NUMBER_TAKEN);
        }
        state.timetable().keepActivity(save.student().id(), save.student().active(), command.at());
        return done();
    }

    private static ApplyResult saveSection(Change.SaveSection save, StateTransaction state) {
        Section section = save.section();
        if ((section.course() != null && !state.timetable().exists(section.course()))
                || (section.term() != null && !state.timetable().exists(section.term()))) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        return doneIf(state.saveSection(section), ApplyResult.Kind.CODE_TAKEN);
    }

    private static ApplyResult saveRoom(Change.SaveRoom save, StateTransaction state) {
        if (save.room().buildingId() != null
                && !state.places().exists(save.room().buildingId())) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        if (save.tagDigest() != null
                && !state.saveRoomTag(save.tagDigest(), save.room().id())) {
            return conflict(ApplyResult.Kind.TAG_TAKEN);
        }
        return doneIf(state.saveRoom(save.room()), ApplyResult.Kind.NAME_TAKEN);
    }

    private static ApplyResult enrol(Change.Enrol enrol, StateTransaction state) {
        if (!state.exists(enrol.section()) || !enrol.students().stream().allMatch(state::exists)) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        state.enrol(enrol.section(), enrol.students());
        return done();
    }

    private static ApplyResult saveMeeting(Change.SaveMeeting save, StateTransaction state) {
        if (!state.exists(save.meeting().section())
                || !state.exists(save.meeting().room())) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        state.saveMeeting(save.meeting());
        return done();
    }

    private static ApplyResult inviteKiosk(Change.InviteKiosk invite, StateTransaction state) {
        if (unknown(invite.room(), state)) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        @Nullable
        SeatId seat = state.kiosk(invite.kiosk())
                .filter(known -> Objects.equals(known.room(), invite.room()))
                .map(Kiosk::seat)
                .orElse(null);
        if (!state.saveKiosk(new Kiosk(invite.kiosk(), invite.name(), invite.room(), null, false, seat))) {
            return conflict(ApplyResult.Kind.NAME_TAKEN);
        }
        state.saveInvitation(invite.kiosk(), invite.codeHash(), invite.expiresAt());
        return done();
    }

    private static ApplyResult pairKiosk(Command command, Change.PairKiosk pair, StateTransaction state) {
        Optional<KioskId> invited = state.spendInvitation(pair.codeHash(), command.at());
        if (invited.isEmpty()) {
            return conflict(ApplyResult.Kind.INVITATION_SPENT);
        }
        ApplyResult saved = updateKiosk(
                invited.get(),
                state,
                kiosk -> new Kiosk(kiosk.id(), kiosk.name(), kiosk.room(), pair.publicKey(), false, kiosk.seat()));
        return saved instanceof ApplyResult.Done ? new ApplyResult.Paired(invited.get()) : saved;
    }

    private static ApplyResult placeKiosk(Change.PlaceKiosk place, StateTransaction state) {
        if (unknown(place.room(), state)) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        return updateKiosk(
                place.kiosk(),
                state,
                kiosk -> new Kiosk(
                        kiosk.id(),
                        kiosk.name(),
                        place.room(),
                        kiosk.publicKey(),
                        kiosk.revoked(),
                        Objects.equals(place.room(), kiosk.room()) ? kiosk.seat() : null));
    }

    private static boolean unknown(@Nullable RoomId room, StateTransaction state) {
        return room != null && !state.exists(room);
    }

    private static ApplyResult updateKiosk(KioskId id, StateTransaction state, UnaryOperator<Kiosk> update) {
        Optional<Kiosk> kiosk = state.kiosk(id);
        if (kiosk.isEmpty()) {
            return conflict(ApplyResult.Kind.UNKNOWN_REFERENCE);
        }
        return doneIf(state.saveKiosk(update.apply(kiosk.get())), ApplyResult.Kind.NAME_TAKEN);
    }

    private static ApplyResult saveAccount(Change.SaveAccount save, StateTransaction state) {
        if (save.onlyFirst() && state.anyAccount()) {
            return conflict(ApplyResult.Kind.ALREADY_SET_UP);
        }
        return doneIf(state.saveAccount(save), ApplyResult.Kind.NAME_TAKEN);
    }

    private static ApplyResult doneIf(boolean done, ApplyResult.Kind otherwise) {
        return done ? done() : conflict(otherwise);
    }

    private static ApplyResult done() {
        return new ApplyResult.Done();
    }

    private static ApplyResult conflict(ApplyResult.Kind kind) {
        return new ApplyResult.Conflict(Objects.requireNonNull(kind));
    }
}
