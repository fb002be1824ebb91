package org.seatside.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.MeetingId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SectionId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Section;
import org.seatside.service.attendance.RecordService;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.service.log.CommandLog;
import org.seatside.service.log.Commands;
import org.seatside.service.log.Judgement;
import org.seatside.service.log.LogPosition;
import org.seatside.service.log.RecordChange;
import org.seatside.service.log.View;
import org.seatside.testkit.CountedQueries;

/// However large the answer, a request costs as many queries as before. A loop that asks for each row is caught.
final class QueryCountTest {
    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final SectionId SECTION = new SectionId(SampleCommands.known(1));
    private static final RoomId ROOM = new RoomId(SampleCommands.known(1));

    private final SampleCommands sample = new SampleCommands(1);

    @TempDir
    private Path folder;

    private long index;

    @Test
    void theNumberOfQueriesDoesNotGrowWithTheAnswer() throws Exception {
        try (CountedQueries queries = new CountedQueries("jdbc:h2:mem:");
                H2ViewHome home = new H2ViewHome(folder, new AttendanceStateMachine());
                View view = home.openEmpty()) {
            fill(view, 1, 3);
            List<Integer> few = counts(queries, home);
            fill(view, 4, 25);
            List<Integer> many = counts(queries, home);

            assertEquals(few, many);
            assertEquals(List.of(5, 1, 3, 1, 1, 2, 1, 3), many);
        }
    }

    @Test
    void aQueryForEachRowIsSeen() throws Exception {
        try (CountedQueries queries = new CountedQueries("jdbc:h2:mem:");
                H2ViewHome home = new H2ViewHome(folder, new AttendanceStateMachine());
                View view = home.openEmpty()) {
            fill(view, 1, 3);
            int few = queries.during(() -> oneByOne(home));
            fill(view, 4, 9);

            assertNotEquals(few, queries.during(() -> oneByOne(home)));
        }
    }

    private static List<Object> oneByOne(H2ViewHome home) {
        List<Object> found = new ArrayList<>();
        home.stores()
                .timetable()
                .roster(SECTION, null)
                .forEach(entry -> found.add(
                        home.stores().records().history(entry.student().id(), null, 5)));
        return found;
    }

    /// Sheet, history, detail, roster, timetable, patterns, rooms in use, statistics.
    private static List<Integer> counts(CountedQueries queries, H2ViewHome home) throws Exception {
        H2Stores stores = home.stores();
        RecordService records = new RecordService(
                stores.records(),
                stores.roster(),
                stores.timetable(),
                new Commands(new NoLog(), () -> NINE),
                () -> NINE.plusSeconds(86_400),
                ZoneOffset.UTC);
        AttendanceId one = stores.records()
                .ofSection(SECTION, NINE, NINE.plusSeconds(1))
                .getFirst()
                .id();
        Instant week = NINE.plusSeconds(7 * 86_400);
        List<Callable<?>> requests = List.of(
                () -> records.sheet(SECTION, null, DAY.plusDays(90)),
                () -> records.history(new StudentId(SampleCommands.known(1)), null, 200),
                () -> records.detail(one),
                () -> stores.timetable().roster(SECTION, DAY),
                () -> stores.timetable().timetable(NINE, week, null, null),
                () -> stores.timetable().patterns(null),
                () -> stores.places().roomsInUse(NINE, week),
                () -> records.statistics(DAY, DAY.plusDays(90)));
        List<Integer> counts = new ArrayList<>();
        for (Callable<?> request : requests) {
            counts.add(queries.during(request));
        }
        return counts;
    }

    private void fill(View view, int from, int to) {
        apply(view, new Change.SaveRoom(SampleCommands.room(1), null));
        apply(view, new Change.SaveSection(new Section(SECTION, "CSE101-01", "Algorithms")));
        for (int n = from; n <= to; n++) {
            apply(view, new Change.SaveStudent(SampleCommands.student(n)));
            apply(view, new Change.Enrol(SECTION, List.of(new StudentId(SampleCommands.known(n)))));
            Instant start = NINE.plusSeconds(86_400L * (n - 1));
            MeetingId meeting = new MeetingId(SampleCommands.known(n));
            apply(
                    view,
                    new Change.SaveMeeting(
                            new Meeting(meeting, SECTION, ROOM, start, start, start, start, start.plusSeconds(60))));
            apply(
                    view,
                    sample.checkIn(
                            n,
                            n,
                            new Judgement.Counts(
                                    new AttendanceId(SampleCommands.known(n)),
                                    new StudentId(SampleCommands.known(1)),
                                    ROOM,
                                    meeting,
                                    AttendanceStatus.PRESENT,
                                    0,
                                    true)));
            apply(view, new RecordChange.CloseMeeting(meeting, DAY));
        }
    }

    private void apply(View view, Change change) {
        view.apply(new LogPosition(1, ++index), List.of(sample.command(change)));
    }

    /// Nothing is written here.
    private static final class NoLog implements CommandLog {
        @Override
        public CompletableFuture<Applied> append(Command command) {
            throw new UnsupportedOperationException("only read");
        }

        @Override
        public Readiness readiness() {
            return new Readiness(true, "", 0);
        }

        @Override
        public void close() {
            // nothing is open
        }
    }
}
