package org.seatside.service.attendance;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.KioskTime;
import org.seatside.model.attendance.Profile;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Adjustments;
import org.seatside.model.roster.Kiosk;
import org.seatside.model.roster.Room;
import org.seatside.service.RefusedException;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.roster.RosterStore;

/// Takes a check-in from a kiosk to a durable record: verifies all of it again, judges it, appends it, and
/// answers only then. Thread-safe; blocks until the log entry is flushed and applied.
public final class CheckInService {
    private static final long LARGEST_OFFSET = Duration.ofDays(36_500).toMillis();

    private final RosterStore roster;
    private final CheckInJudge judge;
    private final OutcomeReader outcomes;
    private final Commands commands;
    private final InstantSource clock;
    private final Ids ids;
    private final Predicate<Room> upstream;
    private final AgreedAdjustments agreed;
    private final ZoneId campus;

    /// @param upstream whether attendance in a room is passed on to the institution's own service
    /// @param agreed what was agreed with students
    public CheckInService(
            RosterStore roster,
            CheckInJudge judge,
            OutcomeReader outcomes,
            Commands commands,
            InstantSource clock,
            Ids ids,
            Predicate<Room> upstream,
            AgreedAdjustments agreed,
            ZoneId campus) {
        this.agreed = agreed;
        this.roster = roster;
        this.judge = judge;
        this.outcomes = outcomes;
        this.commands = commands;
        this.clock = clock;
        this.ids = ids;
        this.upstream = upstream;
        this.campus = campus;
    }

    /// Sent again under the same id, it is answered as the first time.
    ///
    /// @param kiosk who sends it, as authenticated
    /// @throws RefusedException where it cannot be kept as what it claims to be; the kiosk keeps it for staff
    public Receipt checkIn(CheckIn checkIn, Kiosk kiosk) {
        validate(checkIn, kiosk);
        Instant receivedAt = clock.instant();
        Judged judged = judge.judge(checkIn, kiosk, receivedAt, ids, upstream);
        boolean provisional = judged.pinUnchecked() || Moment.isUncertain(checkIn.time());
        CommandLog.Applied applied = commands.require(
                new CommandId(checkIn.id().value()),
                kiosk.id().toString(),
                new Change.RecordCheckIn(
                        checkIn,
                        receivedAt,
                        judged.at(),
                        provisional,
                        judged.judgement(),
                        LocalDateTime.ofInstant(judged.at(), campus).truncatedTo(ChronoUnit.HOURS)));
        if (!(applied.result() instanceof ApplyResult.CheckedIn checkedIn)) {
            throw new IllegalStateException("a check-in is answered by what it came to");
        }
        return new Receipt(
                checkIn.id(),
                outcomes.outcome(checkedIn, judged.at()),
                applied.index(),
                profile(checkedIn.judgement().student(), receivedAt));
    }

    /// How the kiosk meets the student for the rest of the visit, whatever became of the check-in.
    private @Nullable Profile profile(@Nullable StudentId student, Instant at) {
        return student == null
                ? null
                : agreed.at(student, at)
                        .map(Adjustments::profile)
                        .filter(profile -> !profile.equals(Profile.PLAIN))
                        .orElse(null);
    }

    private void validate(CheckIn checkIn, Kiosk kiosk) {
        if (!isOf(checkIn.kiosk(), kiosk)) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "other-kiosk", "A kiosk sends its own check-ins only.");
        }
        if (checkIn.seq() < 1
                || checkIn.student().length() > CheckIn.MAX_TEXT
                || (checkIn.room() != null && checkIn.room().length() > CheckIn.MAX_TEXT)
                || (checkIn.pin() != null && checkIn.pin().length() > CheckIn.MAX_TEXT)) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID,
                    "check-in-malformed",
                    "Sequence numbers start at 1, texts have at most 512 characters.");
        }
        validateTime(checkIn.time());
    }

    /// A kiosk paired again has a new id and the device key it had: what waits in its outbox under the old id
    /// is its own.
    private boolean isOf(KioskId sender, Kiosk kiosk) {
        return sender.equals(kiosk.id())
                || roster.kiosk(sender)
                        .map(Kiosk::publicKey)
                        .filter(key -> key.equals(kiosk.publicKey()))
                        .isPresent();
    }

    private static void validateTime(KioskTime time) {
        Long offset = time.offsetMillis();
        Long uncertainty = time.uncertaintyMillis();
        if ((offset != null && (offset > LARGEST_OFFSET || offset < -LARGEST_OFFSET))
                || (uncertainty != null && (uncertainty < 0 || uncertainty > LARGEST_OFFSET))) {
            throw new RefusedException(
                    RefusedException.Kind.INVALID, "time-malformed", "A clock is at most 100 years off.");
        }
    }
}
