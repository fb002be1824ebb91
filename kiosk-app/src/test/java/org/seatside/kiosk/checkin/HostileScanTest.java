package org.seatside.kiosk.checkin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.id.Ids;
import org.seatside.payload.StudentNumberFormat;
import org.seatside.testkit.FakeClock;
import org.seatside.testkit.HostileSymbols;
import org.seatside.testkit.Seeds;
import org.slf4j.LoggerFactory;

/// Texts that somebody shows to do harm, from the camera's thread to the outcome. `-Dseatside.long=true` takes
/// 100,000.
class HostileScanTest {
    private static final int TEXTS = Boolean.getBoolean("seatside.long") ? 100_000 : 10_000;

    /// What took longer is asked again: a pause of the machine is not the desk's.
    private static final long MOST_NANOS = 5_000_000;

    private static final StudentNumberFormat NUMBERS = StudentNumberFormat.of(StudentNumberFormat.DEFAULT_PATTERN);

    private final SampleCampus campus = new SampleCampus();
    private final FakeClock clock = new FakeClock(SampleCampus.NOW);
    private final FakeLine line = new FakeLine(clock);
    private final CampusRules rules = campus.rules(SampleCampus.ROOM);
    private final CheckInDesk desk =
            new CheckInDesk(() -> Optional.of(rules), line, new Ids(clock, new Random(1)), clock);

    private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    private final Level level = root.getLevel();
    private final ListAppender<ILoggingEvent> log = new ListAppender<>();

    @BeforeEach
    void listen() {
        log.start();
        root.addAppender(log);
        root.setLevel(Level.TRACE);
    }

    @AfterEach
    void stopListening() {
        root.detachAppender(log);
        root.setLevel(level);
    }

    @Test
    void noTextThrowsIsRecordedOrReachesTheLogOrTheScreen() throws Exception {
        long seed = Seeds.next();
        HostileSymbols symbols = new HostileSymbols(seed);
        Map<String, Integer> outcomes = new TreeMap<>();
        for (int i = 0; i < TEXTS; i++) {
            String text = symbols.text();
            if (NUMBERS.read(text).isPresent()) {
                // Eight digits by chance: that is an honest student number, and recorded.
                continue;
            }
            log.list.clear();

            Outcome outcome = desk.scanned(text, () -> {}).outcome();

            String which = "seed " + seed + ", text " + i + " of " + text.length() + " characters";
            assertTrue(
                    outcome instanceof Outcome.NotACode || outcome instanceof Outcome.UnknownCode,
                    () -> which + ": " + outcome.getClass());
            assertTrue(nanos(text) <= MOST_NANOS, which + " took too long");
            Stream.concat(log.list.stream().map(ILoggingEvent::getFormattedMessage), Stream.of(outcome.toString()))
                    .forEach(said -> assertPlain(said, text, which));
            outcomes.merge(outcome.getClass().getSimpleName(), 1, Integer::sum);
        }

        assertEquals(List.of(), line.recorded);
        assertTrue(outcomes.getOrDefault("NotACode", 0) > TEXTS / 2, () -> outcomes.toString());
    }

    private long nanos(String text) throws InterruptedException {
        long least = Long.MAX_VALUE;
        for (int time = 0; time < 5 && least > MOST_NANOS / 5; time++) {
            long begun = System.nanoTime();
            desk.scanned(text, () -> {});
            least = Math.min(least, System.nanoTime() - begun);
        }
        return least;
    }

    private static void assertPlain(String said, String text, String which) {
        assertTrue(said.chars().allMatch(c -> c >= ' ' && c < 0x7f), which + " left its characters");
        assertTrue(text.length() < 8 || !said.contains(text.substring(0, 8)), which + " was repeated");
    }
}
