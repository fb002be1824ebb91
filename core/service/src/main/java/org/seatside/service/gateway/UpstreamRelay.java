package org.seatside.service.gateway;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.service.gateway.AttendanceGateway.Answer;
import org.seatside.service.gateway.AttendanceGateway.Call;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.Commands;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.roster.RosterStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Passes recorded check-ins on to the institution's own service, afterwards and off the request path. Every
/// step is in the log: SENT before a call is begun, the answer after it. A call whose answer is not on record
/// is made again with the original time, so the service hears of each check-in at least once. One call at a
/// time for a student and room, and at most [#PARALLEL] in all. Those with the fewest attempts come first:
/// however many the service does not take, a fresh check-in does not wait for them. It may so overtake an older
/// one, which does no harm, since each call carries its own time.
///
/// [#round] is called by one thread; calls run on the given executor.
public final class UpstreamRelay {
    static final int PARALLEL = 4;
    private static final int LOOK_AHEAD = 256;
    private static final Duration FIRST_WAIT = Duration.ofSeconds(2);
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(10);

    /// After about a day of attempts the service is asked once an hour, and never given up.
    private static final int A_DAY = 150;

    private static final Duration AFTER_A_DAY = Duration.ofHours(1);
    private static final Logger LOG = LoggerFactory.getLogger(UpstreamRelay.class);

    private final UpstreamStore store;
    private final RosterStore roster;
    private final AttendanceGateway gateway;
    private final Commands commands;
    private final InstantSource clock;
    private final RandomGenerator random;
    private final Ids ids;
    private final Executor executor;
    private final CircuitBreaker breaker;
    private final Map<CheckInId, UpstreamStore.Waiting> inFlight = new ConcurrentHashMap<>();
    private final Map<CheckInId, Instant> notBefore = new ConcurrentHashMap<>();

    /// @param executor runs one task a call; tasks block
    public UpstreamRelay(
            UpstreamStore store,
            RosterStore roster,
            AttendanceGateway gateway,
            Commands commands,
            InstantSource clock,
            RandomGenerator random,
            Ids ids,
            Executor executor) {
        this.store = store;
        this.roster = roster;
        this.gateway = gateway;
        this.commands = commands;
        this.clock = clock;
        this.random = random;
        this.ids = ids;
        this.executor = executor;
        this.breaker = new CircuitBreaker(clock);
    }

    /// Begins the calls that are due.
    ///
    /// @return how many it began
    public int round() {
        if (gateway.kind().equals("none") || inFlight.size() >= PARALLEL || breaker.rests()) {
            return 0;
        }
        Instant now = clock.instant();
        Set<Visit> busy = new HashSet<>();
        inFlight.values().forEach(waiting -> busy.add(Visit.of(waiting)));
        int begun = 0;
        List<UpstreamStore.Waiting> candidates = store.waiting(LOOK_AHEAD + notBefore.size());
        for (UpstreamStore.Waiting waiting : candidates) {
            if (inFlight.size() >= PARALLEL) {
                break;
            }
            if (inFlight.containsKey(waiting.checkIn()) || !isDue(waiting, now) || !busy.add(Visit.of(waiting))) {
                continue;
            }
            if (!breaker.letsThrough()) {
                break;
            }
            inFlight.put(waiting.checkIn(), waiting);
            executor.execute(() -> deliver(waiting));
            begun++;
        }
        return begun;
    }

    public UpstreamSummary summary() {
        return new UpstreamSummary(gateway.kind(), breaker.closed(), store.counts());
    }

    private boolean isDue(UpstreamStore.Waiting waiting, Instant now) {
        Instant earliest = notBefore.get(waiting.checkIn());
        return earliest == null || !now.isBefore(earliest);
    }

    private void deliver(UpstreamStore.Waiting waiting) {
        int attempt = waiting.attempts() + 1;
        // Before anything can go wrong: whatever ends this, it is not begun again at once.
        later(waiting, attempt);
        try {
            Optional<Student> student = roster.student(waiting.student());
            Optional<Room> room = roster.room(waiting.room());
            if (student.isEmpty() || room.isEmpty()) {
                mark(waiting, UpstreamState.REJECTED, attempt, "NO_LONGER_KNOWN");
                notBefore.remove(waiting.checkIn());
                return;
            }
            mark(waiting, UpstreamState.SENT, attempt, null);
            Answer answer = gateway.send(new Call(waiting.checkIn(), student.get(), room.get(), waiting.at()));
            record(waiting, attempt, answer);
        } catch (NotAppendedException e) {
            LOG.warn("upstream {}: state not on record, will be looked at again", waiting.checkIn());
        } catch (RuntimeException e) {
            defect(waiting, attempt, e);
        } finally {
            inFlight.remove(waiting.checkIn());
        }
    }

    private void later(UpstreamStore.Waiting waiting, int attempt) {
        notBefore.put(waiting.checkIn(), clock.instant().plus(wait(attempt)));
    }

    /// What was thrown is named with its place and not its message, which may quote what was sent.
    private void defect(UpstreamStore.Waiting waiting, int attempt, RuntimeException e) {
        StackTraceElement[] stack = e.getStackTrace();
        LOG.error(
                "upstream {}: attempt {} ended by a defect of this program, {} at {}",
                waiting.checkIn(),
                attempt,
                e.getClass().getName(),
                stack.length == 0 ? "an unknown place" : stack[0]);
        try {
            mark(waiting, UpstreamState.UNKNOWN, attempt, "DEFECT");
        } catch (NotAppendedException again) {
            LOG.warn("upstream {}: defect not on record", waiting.checkIn());
        }
    }

    private void record(UpstreamStore.Waiting waiting, int attempt, Answer answer) {
        switch (answer) {
            case Answer.Accepted _ -> {
                breaker.succeeded();
                mark(waiting, UpstreamState.ACCEPTED, attempt, null);
                notBefore.remove(waiting.checkIn());
            }
            case Answer.Rejected(String code) -> {
                breaker.succeeded();
                LOG.warn("upstream {}: rejected, {}", waiting.checkIn(), code);
                mark(waiting, UpstreamState.REJECTED, attempt, code);
                notBefore.remove(waiting.checkIn());
            }
            case Answer.Unknown(String code) -> {
                breaker.failed();
                later(waiting, attempt);
                LOG.info("upstream {}: attempt {} without an answer, {}", waiting.checkIn(), attempt, code);
                mark(waiting, UpstreamState.UNKNOWN, attempt, code);
            }
        }
    }

    private void mark(UpstreamStore.Waiting waiting, UpstreamState state, int attempt, @Nullable String detail) {
        commands.require(
                ids.command(), Command.NODE, new Change.MarkUpstream(waiting.checkIn(), state, attempt, detail));
    }

    /// Doubles with each attempt, half of it random, so that a service coming back is not met by everybody at
    /// once.
    private Duration wait(int attempt) {
        Duration cap = attempt > A_DAY ? AFTER_A_DAY : LONGEST_WAIT;
        long longest = Math.min(FIRST_WAIT.toMillis() << Math.min(attempt - 1, 20), cap.toMillis());
        return Duration.ofMillis(longest / 2 + random.nextLong(longest / 2 + 1));
    }

    private record Visit(StudentId student, RoomId room) {
        static Visit of(UpstreamStore.Waiting waiting) {
            return new Visit(waiting.student(), waiting.room());
        }
    }
}
