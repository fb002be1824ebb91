package org.seatside.service.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.service.gateway.AttendanceGateway.Answer;
import org.seatside.service.log.ApplyResult;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.NotAppendedException;
import org.seatside.service.roster.FakeRoster;
import org.seatside.testkit.FakeClock;

class UpstreamRelayTest {
    private static final Instant NINE = Instant.parse("2026-03-02T00:00:00Z");

    private final FakeClock clock = FakeClock.at("2026-03-02T00:00:05Z");
    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    private final FakeRoster roster = new FakeRoster();
    private final Student hong = new Student(ids.student(), "20251678", "홍길동", true);
    private final Student kim = new Student(ids.student(), "20251679", "김하나", true);
    private final Room room = new Room(ids.room(), "19C4", "", "", "E19C4");
    private final Deque<Runnable> calls = new ArrayDeque<>();
    private final Service service = new Service();
    private final Book book = new Book();
    private final UpstreamRelay relay = new UpstreamRelay(
            book, roster, service, new Commands(book, clock), clock, new SplittableRandom(2), ids, calls::add);

    UpstreamRelayTest() {
        roster.students.add(hong);
        roster.students.add(kim);
        roster.rooms.add(room);
    }

    @Test
    void sentIsOnRecordBeforeTheCallAndTheAnswerAfter() {
        CheckInId id = book.add(hong, room);
        service.answers.add(new Answer.Accepted());

        assertEquals(1, relay.round());
        runCalls();

        assertEquals(List.of(UpstreamState.SENT, UpstreamState.ACCEPTED), book.marks);
        assertEquals(List.of(new AttendanceGateway.Call(id, hong, room, NINE)), service.heard);
        assertEquals(0, relay.round());
    }

    @Test
    void anUnansweredCallIsMadeAgainLaterWithTheOriginalTime() {
        book.add(hong, room);
        service.answers.add(new Answer.Unknown("TIMEOUT"));
        service.answers.add(new Answer.Accepted());

        relay.round();
        runCalls();
        assertEquals(0, relay.round(), "not before its wait is over");
        clock.advance(Duration.ofSeconds(3));
        assertEquals(1, relay.round());
        runCalls();

        assertEquals(
                List.of(UpstreamState.SENT, UpstreamState.UNKNOWN, UpstreamState.SENT, UpstreamState.ACCEPTED),
                book.marks);
        assertEquals(service.heard.get(0), service.heard.get(1));
        assertEquals(NINE, service.heard.get(1).at());
    }

    @Test
    void aCallWhoseAnswerIsNotOnRecordIsMadeAgainAfterARestart() {
        CheckInId id = book.add(hong, room);
        book.set(id, UpstreamState.SENT, 1);
        service.answers.add(new Answer.Accepted());

        relay.round();
        runCalls();

        assertEquals(UpstreamState.ACCEPTED, book.of(id).state());
        assertEquals(2, book.of(id).attempts());
    }

    @Test
    void oneCallAtATimeForAStudentAndRoom() {
        book.add(hong, room);
        book.add(hong, room);
        book.add(kim, room);

        assertEquals(2, relay.round());
        assertEquals(0, relay.round());
    }

    @Test
    void aRejectionIsFinal() {
        CheckInId id = book.add(hong, room);
        service.answers.add(new Answer.Rejected("HTTP_400"));

        relay.round();
        runCalls();
        clock.advance(Duration.ofDays(1));

        assertEquals(0, relay.round());
        assertEquals(UpstreamState.REJECTED, book.of(id).state());
    }

    @Test
    void tenFailuresInARowRestTheService() {
        for (int i = 0; i < 10; i++) {
            Student student = new Student(ids.student(), "2025200" + i, "학생", true);
            roster.students.add(student);
            book.add(student, room);
            service.answers.add(new Answer.Unknown("HTTP_500"));
        }
        for (int i = 0; i < 3; i++) {
            relay.round();
            runCalls();
        }

        assertEquals(10, service.heard.size());
        assertFalse(relay.summary().open());
        assertEquals(0, relay.round());

        clock.advance(Duration.ofSeconds(16));
        service.answers.add(new Answer.Accepted());
        assertEquals(1, relay.round(), "one call finds out whether the service is back");
        runCalls();
        assertTrue(relay.summary().open());
    }

    @Test
    void manyThatTheServiceNeverTakesDoNotHideAFreshOne() {
        for (int i = 0; i < 300; i++) {
            book.set(book.add(new Student(ids.student(), "2024" + i, "학생", true), room), UpstreamState.UNKNOWN, 5);
        }
        roster.students.clear();
        roster.students.add(hong);
        CheckInId fresh = book.add(hong, room);
        service.answers.add(new Answer.Accepted());

        relay.round();
        calls.getFirst().run();

        assertEquals(UpstreamState.ACCEPTED, book.of(fresh).state());
    }

    @Test
    void oneThatTheServiceNeverTakesDoesNotHideALaterOneOfTheSameVisit() {
        book.add(hong, room);
        service.answers.add(new Answer.Unknown("HTTP_404"));
        relay.round();
        runCalls();
        CheckInId later = book.add(hong, room);
        service.answers.add(new Answer.Accepted());

        relay.round();
        runCalls();

        assertEquals(UpstreamState.ACCEPTED, book.of(later).state());
    }

    @Test
    void aFullHouseAndARestingServiceCostNoLookAtTheStore() {
        for (int i = 0; i < 14; i++) {
            Student student = new Student(ids.student(), "2025300" + i, "학생", true);
            roster.students.add(student);
            book.add(student, room);
            service.answers.add(new Answer.Unknown("HTTP_500"));
        }
        relay.round();
        relay.round();
        assertEquals(1, book.looks, "all calls that may run at once do");
        runCalls();
        relay.round();
        runCalls();
        relay.round();
        runCalls();
        int looks = book.looks;
        relay.round();

        assertFalse(relay.summary().open());
        assertEquals(looks, book.looks);
    }

    @Test
    void aDefectIsOnRecordAndWaitsLikeAnUnansweredCall() {
        CheckInId id = book.add(hong, room);
        service.broken = true;

        relay.round();
        runCalls();
        assertEquals(0, relay.round(), "not before its wait is over");
        assertEquals(List.of(UpstreamState.SENT, UpstreamState.UNKNOWN), book.marks);
        assertEquals(List.of("DEFECT"), book.details);
        service.broken = false;
        service.answers.add(new Answer.Accepted());
        clock.advance(Duration.ofSeconds(3));
        relay.round();
        runCalls();

        assertEquals(UpstreamState.ACCEPTED, book.of(id).state());
    }

    @Test
    void aLogThatDoesNotAnswerLosesNothing() {
        CheckInId id = book.add(hong, room);
        book.fails = true;
        service.answers.add(new Answer.Accepted());

        relay.round();
        runCalls();
        assertEquals(UpstreamState.NEW, book.of(id).state());
        assertEquals(List.of(), service.heard, "no call before SENT is on record");
        book.fails = false;
        clock.advance(Duration.ofSeconds(3));
        relay.round();
        runCalls();

        assertEquals(UpstreamState.ACCEPTED, book.of(id).state());
    }

    private void runCalls() {
        while (!calls.isEmpty()) {
            calls.poll().run();
        }
    }

    /// The institution's service as the test scripts it.
    private static final class Service implements AttendanceGateway {
        final Deque<Answer> answers = new ArrayDeque<>();
        final List<Call> heard = new ArrayList<>();
        boolean broken;

        @Override
        public String kind() {
            return "scripted";
        }

        @Override
        public boolean knows(Room room) {
            return true;
        }

        @Override
        public Answer send(Call call) {
            if (broken) {
                throw new IllegalArgumentException("cannot be sent");
            }
            heard.add(call);
            return answers.remove();
        }
    }

    /// Log and store in one: a mark is in force once it is appended.
    private static final class Book implements CommandLog, UpstreamStore {
        final Map<CheckInId, Waiting> states = new LinkedHashMap<>();
        final List<UpstreamState> marks = new ArrayList<>();
        final List<String> details = new ArrayList<>();
        private final Ids ids = new Ids(() -> NINE, new SplittableRandom(3));
        boolean fails;
        int looks;

        CheckInId add(Student student, Room room) {
            CheckInId id = ids.checkIn();
            states.put(id, new Waiting(id, student.id(), room.id(), NINE, UpstreamState.NEW, 0));
            return id;
        }

        Waiting of(CheckInId id) {
            return Objects.requireNonNull(states.get(id));
        }

        void set(CheckInId id, UpstreamState state, int attempts) {
            Waiting old = of(id);
            states.put(id, new Waiting(id, old.student(), old.room(), old.at(), state, attempts));
        }

        @Override
        public CompletableFuture<Applied> append(Command command) {
            if (fails) {
                return CompletableFuture.failedFuture(new NotAppendedException("no leader"));
            }
            Change.MarkUpstream mark = (Change.MarkUpstream) command.change();
            set(mark.checkIn(), mark.state(), mark.attempts());
            marks.add(mark.state());
            Optional.ofNullable(mark.detail()).filter("DEFECT"::equals).ifPresent(details::add);
            return CompletableFuture.completedFuture(new Applied(1, new ApplyResult.Done()));
        }

        @Override
        public Readiness readiness() {
            return new Readiness(!fails, "", 0);
        }

        @Override
        public void close() {}

        @Override
        public List<Waiting> waiting(int limit) {
            looks++;
            return states.values().stream()
                    .filter(it -> it.state() == UpstreamState.NEW
                            || it.state() == UpstreamState.SENT
                            || it.state() == UpstreamState.UNKNOWN)
                    .sorted(Comparator.comparingInt(Waiting::attempts))
                    .limit(limit)
                    .toList();
        }

        @Override
        public Map<UpstreamState, Long> counts() {
            Map<UpstreamState, Long> counts = new EnumMap<>(UpstreamState.class);
            states.values().forEach(it -> counts.merge(it.state(), 1L, Long::sum));
            return counts;
        }
    }
}
