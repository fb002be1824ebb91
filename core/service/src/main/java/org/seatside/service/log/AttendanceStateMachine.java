package org.seatside.service.log;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Section;

/// How each command changes the state. Deterministic: reads the command and the state and nothing else, so
/// every node that applies the same log has the same state.
public final class AttendanceStateMachine {
    /// @param index where the command's entry stands in the log
    public ApplyResult apply(long index, Command command, StateTransaction state) {
        if (command.change() instanceof Change.RecordCheckIn record) {
            return CheckInRules.apply(index, command, record, state);
        }
        if (command.change() instanceof NodeChange) {
            return done(); // news that no view keeps, so saying it twice makes no difference
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
            case NodeChange _ -> throw new IllegalStateException("news of nodes is not kept");
            case Change.CorrectAttendance correct ->
                RecordRules.correct(
                        command,
                        correct.attendance(),
                        correct.expectedRevision(),
                        correct.status(),
                        correct.mark(),
                        correct.reason(),
                        null,
                        state.records());
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
            case RecordChange record -> RecordRules.apply(command, record, state);
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
