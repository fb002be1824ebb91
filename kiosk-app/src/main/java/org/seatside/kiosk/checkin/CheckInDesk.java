package org.seatside.kiosk.checkin;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.seatside.kiosk.checkin.Visit.Room;
import org.seatside.kiosk.checkin.Visit.Student;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.MaskedStudent;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.attendance.Place;
import org.seatside.model.attendance.Profile;
import org.seatside.model.id.Ids;
import org.seatside.model.id.RoomId;
import org.seatside.payload.PassCheck;
import org.seatside.payload.Reason;
import org.seatside.payload.RoomCode;
import org.seatside.payload.RoomCodeCheck;
import org.seatside.payload.RoomTagDigest;
import org.seatside.payload.ScannedPayload;
import org.seatside.payload.StudentNumber;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Turns what was shown or typed into an outcome. Keeps the half of a visit that came first, room or student,
/// until the other half comes or [#PATIENCE_WITH_VISITORS] has passed.
///
/// A check-in is on the device before its outcome counts. A node's answer decides; without one in
/// [#PATIENCE_WITH_NODES] the kiosk verifies by itself. A text that has no form of ours is never recorded and
/// never sent.
///
/// Any thread may call. One text is decided at a time, which takes at most the patience with nodes and the time
/// of a disk write; another waits its turn.
public final class CheckInDesk {
    /// How long a screen may wait for a node.
    public static final Duration PATIENCE_WITH_NODES = Duration.ofMillis(1_500);

    /// How long a screen may wait for a node to check a PIN, which is made to take a while.
    public static final Duration PATIENCE_WITH_PINS = Duration.ofSeconds(3);

    /// How long one half of a visit waits for the other.
    public static final Duration PATIENCE_WITH_VISITORS = Duration.ofSeconds(60);

    /// The code of an outcome that says: this kiosk cannot record, go elsewhere.
    public static final String OUTBOX_FAILED = "OUTBOX_FAILED";

    private static final Logger LOG = LoggerFactory.getLogger(CheckInDesk.class);

    private final Supplier<Optional<CampusRules>> campus;
    private final NodeLine line;
    private final Ids ids;
    private final InstantSource clock;
    private final Visit visit = new Visit();
    private final ReentrantLock presenting = new ReentrantLock();

    /// @param campus empty while the kiosk is not paired
    /// @param clock the kiosk's own
    public CheckInDesk(Supplier<Optional<CampusRules>> campus, NodeLine line, Ids ids, InstantSource clock) {
        this.campus = campus;
        this.line = line;
        this.ids = ids;
        this.clock = clock;
    }

    /// A text read by the camera or a scanner.
    ///
    /// @param recorded called once the attempt is on the device, before the wait for a node
    public Decision scanned(String text, Runnable recorded) throws InterruptedException {
        return present(text, Identification.NUMBER_CODE, recorded);
    }

    /// A number typed by hand.
    ///
    /// @param recorded called once the attempt is on the device, before the wait for a node
    public Decision typed(String number, Runnable recorded) throws InterruptedException {
        return present(number, Identification.NUMBER_TYPED, recorded);
    }

    /// A PIN typed for the number that was typed or shown before.
    ///
    /// @param recorded called once the attempt is on the device, before the wait for a node
    public PinDecision pin(String pin, Runnable recorded) throws InterruptedException {
        presenting.lockInterruptibly();
        try {
            Optional<CampusRules> known = campus.get();
            Optional<Student> waiting = visit.student();
            if (known.isEmpty() || waiting.isEmpty()) {
                return new PinDecision.Decided(
                        Decision.without(known.isEmpty() ? new Outcome.KioskNotPaired() : new Outcome.UnknownCode()));
            }
            Student who = waiting.get();
            return switch (line.checkPin(who.text(), pin, PATIENCE_WITH_PINS)) {
                case PinAnswer.Wrong(long seconds) -> new PinDecision.Again(seconds);
                case PinAnswer.Right(String proof) -> ended(checkIn(known.get(), who, here(), proof, recorded));
                case PinAnswer.Unchecked _ -> ended(checkIn(known.get(), who, here(), CheckIn.PIN_UNCHECKED, recorded));
            };
        } finally {
            presenting.unlock();
        }
    }

    private PinDecision ended(Decision decision) {
        if (endsVisit(decision.outcome())) {
            visit.forgetRoom();
        }
        return new PinDecision.Decided(decision);
    }

    private @Nullable Room here() {
        return visit.room().orElse(null);
    }

    /// Forgets the half that waits, as when a visitor leaves. Never blocks, whatever else is going on here.
    public void forget() {
        visit.forget();
    }

    private Decision present(String text, Identification number, Runnable recorded) throws InterruptedException {
        presenting.lockInterruptibly();
        try {
            Decision decision = decide(text, number, recorded);
            if (endsVisit(decision.outcome())) {
                visit.forgetRoom();
            }
            return decision;
        } finally {
            presenting.unlock();
        }
    }

    /// Whether the next student is another one, who is not in the room that this one named. A text that is no
    /// code of ours may be a poster on the way from the room's code to the card.
    private static boolean endsVisit(Outcome outcome) {
        return switch (outcome) {
            case Outcome.RoomNeeded _, Outcome.StudentNeeded _, Outcome.PinNeeded _, Outcome.NotACode _ -> false;
            default -> true;
        };
    }

    private Decision decide(String text, Identification number, Runnable recorded) throws InterruptedException {
        Optional<CampusRules> known = campus.get();
        if (known.isEmpty()) {
            return Decision.without(new Outcome.KioskNotPaired());
        }
        CampusRules rules = known.get();
        visit.forgetBefore(clock.instant().minus(PATIENCE_WITH_VISITORS));
        return switch (rules.read(text)) {
            case ScannedPayload.NumberText(StudentNumber read) ->
                studentShown(rules, new Student(number, read.value(), line.now(), clock.instant()), recorded);
            case ScannedPayload other
            when number == Identification.NUMBER_TYPED -> {
                LOG.debug("Typed what is no number: {}", other);
                yield Decision.without(new Outcome.UnknownCode());
            }
            case ScannedPayload.PassText(String pass) -> passShown(rules, pass, recorded);
            case ScannedPayload.RoomCodeText(String code) -> roomCodeShown(rules, code, recorded);
            case ScannedPayload.RoomTag(String tag, RoomTagDigest digest) ->
                roomShown(rules, rules.room(digest), tag, recorded);
            case ScannedPayload.Unknown unknown -> {
                LOG.debug("Read no code of ours: {}", unknown);
                yield Decision.without(new Outcome.NotACode());
            }
        };
    }

    /// A pass under a key this kiosk does not know may be under one the campus has drawn since: the node
    /// decides. One whose signature fails under a key it knows is of another campus or made up, and goes
    /// nowhere.
    private Decision passShown(CampusRules rules, String pass, Runnable recorded) throws InterruptedException {
        KioskTime shown = line.now();
        return switch (rules.check(pass, shown.corrected(), shown.uncertainty())) {
            case PassCheck.Rejected(Reason reason)
            when reason == Reason.MALFORMED -> Decision.without(new Outcome.NotACode());
            case PassCheck.Rejected(Reason reason)
            when reason != Reason.UNKNOWN_KEY -> Decision.without(new Outcome.UnknownCode());
            case PassCheck.Rejected _, PassCheck.Valid _, PassCheck.Expired _, PassCheck.OutsideSlot _ ->
                studentShown(rules, new Student(Identification.PASS, pass, shown, clock.instant()), recorded);
        };
    }

    private Decision roomCodeShown(CampusRules rules, String code, Runnable recorded) throws InterruptedException {
        return switch (rules.checkRoomCode(code)) {
            case RoomCodeCheck.Valid(RoomCode valid) ->
                roomShown(rules, Optional.of(new RoomId(valid.room())), code, recorded);
            case RoomCodeCheck.Rejected(Reason reason) ->
                Decision.without(reason == Reason.MALFORMED ? new Outcome.NotACode() : new Outcome.UnknownCode());
        };
    }

    private Decision roomShown(CampusRules rules, Optional<RoomId> found, String text, Runnable recorded)
            throws InterruptedException {
        Optional<RoomId> shown = found.filter(rules::knows);
        if (shown.isEmpty()) {
            return Decision.without(new Outcome.UnknownCode());
        }
        Room here = new Room(shown.get(), text, clock.instant());
        visit.keep(here);
        Optional<Student> waiting = visit.student();
        return waiting.isEmpty()
                ? Decision.without(new Outcome.StudentNeeded(
                        rules.place(here.id(), line.now().corrected())))
                : identified(rules, waiting.get(), here, recorded);
    }

    private Decision studentShown(CampusRules rules, Student shown, Runnable recorded) throws InterruptedException {
        @Nullable Room here = here();
        if (here == null && rules.provision().room() == null) {
            visit.keep(shown);
            return Decision.without(new Outcome.RoomNeeded());
        }
        return identified(rules, shown, here, recorded);
    }

    /// A number alone may be anybody's: where the campus wants it, the PIN comes before anything is recorded.
    /// What
    /// nobody could check is not asked.
    private Decision identified(CampusRules rules, Student who, @Nullable Room where, Runnable recorded)
            throws InterruptedException {
        if (!rules.asksPin(
                who.how(), where == null ? null : where.id(), who.shown().corrected())) {
            return checkIn(rules, who, where, null, recorded);
        }
        if (line.away()) {
            return checkIn(rules, who, where, CheckIn.PIN_UNCHECKED, recorded);
        }
        visit.keep(who);
        return Decision.without(new Outcome.PinNeeded());
    }

    private Decision checkIn(
            CampusRules rules, Student who, @Nullable Room where, @Nullable String pin, Runnable recorded)
            throws InterruptedException {
        visit.forgetStudent();
        Attempt attempt = new Attempt(
                ids.checkIn(),
                who.how(),
                who.text(),
                where == null ? null : where.text(),
                rules.provision().room(),
                who.shown(),
                pin);
        try {
            line.record(attempt);
        } catch (NotRecordedException e) {
            LOG.error("Check-in {} could not be recorded", attempt.id(), e);
            return Decision.without(new Outcome.Refused(OUTBOX_FAILED));
        }
        recorded.run();
        return switch (line.answer(attempt.id(), PATIENCE_WITH_NODES)) {
            case NodeAnswer.Decided(Outcome decided, Profile profile) -> {
                if (decided instanceof Outcome.PinNeeded) {
                    // The node's rule is newer than ours: the same visit goes on with another check-in.
                    visit.keep(who);
                }
                yield new Decision(attempt.id(), decided, profile);
            }
            case NodeAnswer.Refused(String code) -> new Decision(attempt.id(), new Outcome.Refused(code), null);
            case NodeAnswer.NotPaired _ -> new Decision(attempt.id(), new Outcome.KioskNotPaired(), null);
            case NodeAnswer.None _ ->
                new Decision(attempt.id(), byItself(rules, who, where, CheckIn.PIN_UNCHECKED.equals(pin)), null);
        };
    }

    /// What the kiosk says without a node. A number it cannot check; a pass it can.
    private Outcome byItself(CampusRules rules, Student who, @Nullable Room where, boolean pinUnchecked) {
        if (who.how() == Identification.PASS) {
            PassCheck check =
                    rules.check(who.text(), who.shown().corrected(), who.shown().uncertainty());
            switch (check) {
                case PassCheck.Valid _ -> LOG.debug("Good without a node");
                case PassCheck.Expired _, PassCheck.OutsideSlot _ -> {
                    return new Outcome.PassExpired();
                }
                case PassCheck.Rejected _ -> {
                    return new Outcome.UnknownCode();
                }
            }
        }
        Instant at = who.shown().corrected();
        Place place = where == null ? rules.ownPlace(at).orElse(null) : rules.place(where.id(), at);
        @Nullable
        String unchecked = who.how() == Identification.PASS
                ? null
                : MaskedStudent.of("", who.text()).numberTail();
        return new Outcome.RecordedOffline(place, at, line.waiting(), unchecked, pinUnchecked);
    }
}
