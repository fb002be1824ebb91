package org.seatside.service.attendance;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.id.Ids;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.IssuedPass;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.PinRule;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.payload.PassCheck;
import org.seatside.payload.PassVerifier;
import org.seatside.payload.PayloadReader;
import org.seatside.payload.ScannedPayload;
import org.seatside.service.PinProofs;
import org.seatside.service.log.Judgement;
import org.seatside.service.roster.RoomResolver;
import org.seatside.service.roster.RosterStore;

/// Says what a check-in is worth: who, where, and whether it counts. Reads the roster, changes nothing.
/// Thread-safe.
public final class CheckInJudge {
    /// A kiosk whose rules are older than a change does not ask; whose check-in comes later than this was told that it
    /// is recorded and has gone, and loses nothing by it.
    private static final Duration AT_THE_KIOSK = Duration.ofSeconds(2);

    private final PayloadReader payloads;
    private final PassVerifier passes;
    private final RoomResolver rooms;
    private final RosterStore roster;
    private final Timetable timetable;
    private final PinProofs pins;

    public CheckInJudge(
            PayloadReader payloads,
            PassVerifier passes,
            RoomResolver rooms,
            RosterStore roster,
            Timetable timetable,
            PinProofs pins) {
        this.pins = pins;
        this.payloads = payloads;
        this.passes = passes;
        this.rooms = rooms;
        this.roster = roster;
        this.timetable = timetable;
    }

    /// @param receivedAt when the node got it: nothing counts as having happened later
    /// @param upstream whether attendance in a room is passed on
    Judged judge(CheckIn checkIn, Kiosk kiosk, Instant receivedAt, Ids ids, Predicate<Room> upstream) {
        Moment moment = Moment.of(checkIn.time(), receivedAt);
        Optional<Room> room = room(checkIn, kiosk);
        @Nullable RoomId roomId = room.map(Room::id).orElse(null);
        return switch (identify(checkIn, moment)) {
            case Identity.Unknown(String outcome, StudentId student) ->
                new Judged(refused(outcome, student, roomId), moment.likely());
            case Identity.Known(Student student, boolean shownPass) -> {
                if (!student.active() && !wasActive(student, moment)) {
                    yield new Judged(
                            new Judgement.Refused("Refused", "STUDENT_INACTIVE", student.id(), roomId, null),
                            moment.likely());
                }
                if (room.isEmpty()) {
                    String outcome = checkIn.room() == null ? "RoomNeeded" : "UnknownCode";
                    yield new Judged(refused(outcome, student.id(), null), moment.likely());
                }
                Judged judged = timetable.judge(student.id(), room.get(), moment, ids, upstream.test(room.get()));
                yield shownPass ? judged : withPin(judged, checkIn, student, moment, receivedAt);
            }
        };
    }

    /// Who learns what became of a number has to have shown that it is the own one, where the rule asks for it.
    private Judged withPin(Judged judged, CheckIn checkIn, Student student, Moment moment, Instant receivedAt) {
        Identification how = checkIn.how() == Identification.PASS ? Identification.NUMBER_CODE : checkIn.how();
        if (!pinRule(judged.judgement()).asks(how)) {
            return judged;
        }
        String said = checkIn.pin();
        if (said != null && pins.holds(said, student.number(), checkIn.kiosk(), moment.earliest(), moment.latest())) {
            return judged;
        }
        boolean gone = Moment.isUncertain(checkIn.time())
                || Duration.between(moment.likely(), receivedAt).compareTo(AT_THE_KIOSK) > 0;
        if (CheckIn.PIN_UNCHECKED.equals(said) || (said == null && gone)) {
            return judged.unchecked();
        }
        return new Judged(
                new Judgement.Refused(
                        "PinNeeded",
                        null,
                        student.id(),
                        judged.judgement().room(),
                        judged.judgement().meeting()),
                judged.at());
    }

    private PinRule pinRule(Judgement judgement) {
        MeetingId meeting = judgement.meeting();
        return roster.pinRule(
                meeting == null
                        ? null
                        : roster.meeting(meeting).map(Meeting::section).orElse(null));
    }

    /// Somebody who left since was still here when a check-in was made that comes late.
    private boolean wasActive(Student student, Moment moment) {
        return roster.inactiveSince(student.id())
                .filter(since -> moment.earliest().isBefore(since))
                .isPresent();
    }

    private Optional<Room> room(CheckIn checkIn, Kiosk kiosk) {
        if (checkIn.room() != null) {
            return rooms.resolve(checkIn.room());
        }
        RoomId own = checkIn.standing() == null ? kiosk.room() : checkIn.standing();
        return own == null ? Optional.empty() : roster.room(own);
    }

    private Identity identify(CheckIn checkIn, Moment moment) {
        return switch (payloads.read(checkIn.student())) {
            case ScannedPayload.PassText(String text) -> byPass(text, checkIn.time(), moment);
            case ScannedPayload.NumberText(var number) ->
                roster.studentByNumber(number.value())
                        .<Identity>map(student -> new Identity.Known(student, false))
                        .orElseGet(Identity::unknown);
            case ScannedPayload.RoomCodeText _, ScannedPayload.RoomTag _, ScannedPayload.Unknown _ ->
                Identity.unknown();
        };
    }

    private Identity byPass(String text, KioskTime time, Moment moment) {
        Duration uncertainty = time.uncertainty();
        return switch (passes.verify(text, moment.likely(), uncertainty)) {
            case PassCheck.Rejected _ -> Identity.unknown();
            case PassCheck.Expired(var pass) -> expired(pass.handle().toString());
            case PassCheck.OutsideSlot(var pass) -> expired(pass.handle().toString());
            case PassCheck.Valid(var pass, boolean _) -> byHandle(pass.handle().toString(), pass.generation(), moment);
        };
    }

    private Identity expired(String handle) {
        return new Identity.Unknown(
                "PassExpired", roster.pass(handle).map(IssuedPass::student).orElse(null));
    }

    /// A pass revoked meanwhile was good when it was shown: the kiosk said so, and only the check-in is late.
    private Identity byHandle(String handle, int generation, Moment moment) {
        Optional<IssuedPass> issued = roster.pass(handle);
        if (issued.isEmpty()) {
            return Identity.unknown();
        }
        IssuedPass pass = issued.get();
        if (pass.revokedBy(moment.earliest()) || pass.generation() != generation) {
            return new Identity.Unknown("PassRevoked", pass.student());
        }
        return roster.student(pass.student())
                .<Identity>map(student -> new Identity.Known(student, true))
                .orElseGet(Identity::unknown);
    }

    private static Judgement refused(String outcome, @Nullable StudentId student, @Nullable RoomId room) {
        return new Judgement.Refused(outcome, null, student, room, null);
    }

    /// Who a text stands for.
    private sealed interface Identity {
        record Known(Student student, boolean shownPass) implements Identity {}

        /// @param outcome kind of outcome it leads to
        /// @param student who it would have been; null where nobody knows
        record Unknown(String outcome, @Nullable StudentId student) implements Identity {}

        static Identity unknown() {
            return new Unknown("UnknownCode", null);
        }
    }
}
