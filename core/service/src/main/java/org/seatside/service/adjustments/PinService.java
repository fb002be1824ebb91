package org.seatside.service.adjustments;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Pattern;
import org.seatside.model.api.PinAnswer;
import org.seatside.model.api.PinCheck;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Student;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.PinProofs;
import org.seatside.service.RefusedException;
import org.seatside.service.log.CareChange;
import org.seatside.service.log.Commands;
import org.seatside.service.roster.RosterStore;
import org.seatside.service.staff.AttemptLimiter;
import org.seatside.service.staff.PasswordHasher;

/// PINs of students. Four digits are guessed in no time by who has their hash, so what is hashed is mixed with a
/// secret of the campus first; and by who may try, so that failures make wait, in the log, and twenty of them end
/// it until staff set another. Thread-safe.
public final class PinService {
    static final int LOCKED_AFTER = 20;
    private static final Pattern DIGITS = Pattern.compile("[0-9]{4,8}");
    private static final String RUNS = "01234567890123456789 98765432109876543210";
    private static final int MIXED_LENGTH = 32;

    private final AdjustmentStore store;
    private final RosterStore roster;
    private final Commands commands;
    private final PasswordHasher hasher;
    private final DerivedSecrets secrets;
    private final PinProofs proofs;
    private final InstantSource clock;
    private final Ids ids;
    private final String nobodys;

    public PinService(
            AdjustmentStore store,
            RosterStore roster,
            Commands commands,
            PasswordHasher hasher,
            DerivedSecrets secrets,
            InstantSource clock,
            Ids ids) {
        this.store = store;
        this.roster = roster;
        this.commands = commands;
        this.hasher = hasher;
        this.secrets = secrets;
        this.proofs = new PinProofs(secrets);
        this.clock = clock;
        this.ids = ids;
        this.nobodys = hasher.unmatched();
    }

    /// @throws RefusedException `pin-weak` for what is tried first
    public void set(StudentId student, String pin, String actor, CommandId command) {
        Student known = roster.student(student)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.NOT_FOUND, "not-found", "There is no such student any more."));
        boolean same = pin.chars().distinct().count() == 1;
        if (!DIGITS.matcher(pin).matches()
                || same
                || RUNS.contains(pin)
                || known.number().contains(pin)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "pin-weak",
                    "A PIN has 4 to 8 digits, not all alike, no run such as 1234, and is no part of the number.");
        }
        commands.require(command, actor, new CareChange.SavePin(student, hasher.hash(mixed(student, pin))));
    }

    public void clear(StudentId student, String actor, CommandId command) {
        commands.require(command, actor, new CareChange.SavePin(student, null));
    }

    /// The same answer, in the same time, for a number that nobody has and a student without a PIN.
    ///
    /// @param actor the kiosk that asks
    public PinAnswer check(PinCheck typed, String actor) {
        Optional<Student> student = roster.studentByNumber(typed.number());
        Optional<AdjustmentStore.Pin> pin = student.flatMap(known -> store.pin(known.id()));
        if (student.isEmpty() || pin.isEmpty()) {
            boolean never = hasher.matches(typed.pin(), nobodys);
            return new PinAnswer(never, 0);
        }
        long wait = waitSeconds(pin.get());
        if (wait > 0) {
            return new PinAnswer(false, wait);
        }
        StudentId id = student.get().id();
        boolean right = DIGITS.matcher(typed.pin()).matches()
                && hasher.matches(mixed(id, typed.pin()), pin.get().hash());
        if (!right || pin.get().failures() > 0) {
            commands.append(ids.command(), actor, new CareChange.FailPin(id, right));
        }
        return right
                ? new PinAnswer(true, 0, proofs.proof(student.get().number(), actor, clock.instant()))
                : new PinAnswer(false, store.pin(id).map(this::waitSeconds).orElse(0L));
    }

    private long waitSeconds(AdjustmentStore.Pin pin) {
        if (pin.failures() >= LOCKED_AFTER) {
            return Duration.ofDays(1).toSeconds();
        }
        Instant last = pin.failedAt();
        if (last == null) {
            return 0;
        }
        Duration left = Duration.between(clock.instant(), last.plus(AttemptLimiter.waitAfter(pin.failures())));
        return left.isPositive() ? left.toSeconds() + 1 : 0;
    }

    private String mixed(StudentId student, String pin) {
        return HexFormat.of().formatHex(secrets.derive("pin", student + " " + pin, MIXED_LENGTH));
    }
}
