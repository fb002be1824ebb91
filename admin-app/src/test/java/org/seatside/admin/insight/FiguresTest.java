package org.seatside.admin.insight;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.seatside.admin.ui.Display;
import org.seatside.fx.Messages;
import org.seatside.model.api.Statistics;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;

class FiguresTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final LocalDate DAY = LocalDate.of(2026, 3, 2);
    private static final Instant MORNING = Instant.parse("2026-03-02T00:00:00Z");

    private final Ids ids = new Ids(Clock.fixed(MORNING, ZoneOffset.UTC), new Random(7));
    private final KioskId kiosk = ids.kiosk();

    @Test
    void aDayWithoutCheckInsHasAPlaceInTheChart() {
        Statistics counts = new Statistics(
                List.of(count(DAY, 9, "Present", 3), count(DAY.plusDays(2), 10, "Late", 2)), List.of(), List.of());

        Figure figure = Figures.perDay(counts, DAY, DAY.plusDays(2));

        assertEquals(
                List.of(Figure.Bar.of("2026-03-02", 3), Figure.Bar.of("2026-03-03", 0), Figure.Bar.of("2026-03-04", 2)),
                figure.bars());
    }

    @Test
    void hoursBeginWithTheFirstThatHasACheckInAndEndWithTheLast() {
        Statistics counts = new Statistics(
                List.of(count(DAY, 9, "Present", 3), count(DAY, 11, "Present", 1)), List.of(), List.of());

        assertEquals(
                List.of(Figure.Bar.of("09:00", 3), Figure.Bar.of("10:00", 0), Figure.Bar.of("11:00", 1)),
                Figures.perHour(counts).bars());
    }

    @Test
    void aVisitThatNeededASecondScanIsNotAFirstRead() {
        List<CheckInEvent> events = List.of(
                scan("NotACode", 0, 0),
                scan("Present", 20, 0),
                scan("Present", 200, 0),
                scan("UnknownCode", 400, 0),
                scan("Present", 900, 0));

        assertEquals(
                List.of(Figure.Bar.of("2026-03-02", 66.7)),
                Figures.firstRead(events, SEOUL).bars());
    }

    @Test
    void whatWaitedInAnOutboxSaysNothingAboutTheTimeToAnOutcome() {
        List<CheckInEvent> events = List.of(
                scan("Present", 0, 300), scan("Present", 10, 100), scan("Late", 20, 200), scan("Present", 30, 90_000));

        assertEquals(
                List.of(Figure.Bar.of("2026-03-02", 200)),
                Figures.timeToOutcome(events, SEOUL).bars());
    }

    @Test
    void aRoomNamedLikeAFormulaStaysATextInASpreadsheet() {
        Figure figure = new Figure(
                "insight.perRoom",
                "insight.room",
                "insight.checkIns",
                Figure.Shape.ROWS,
                List.of(Figure.Bar.of("=cmd|' /C calc'!A0", 4), Figure.Bar.of("19C4, \"front\"", 2.5)));

        String csv = new String(
                CsvFigure.of(figure, new Messages(Display.class, "admin", Locale.ENGLISH)), StandardCharsets.UTF_8);

        assertEquals("\ufeffRoom,Check-ins\r\n'=cmd|' /C calc'!A0,4\r\n\"19C4, \"\"front\"\"\",2.5\r\n", csv);
    }

    private Statistics.CheckIns count(LocalDate day, int hour, String outcome, long count) {
        return new Statistics.CheckIns(day, hour, null, Identification.PASS, outcome, count);
    }

    private CheckInEvent scan(String outcome, int second, int waitedMillis) {
        Instant at = MORNING.plusSeconds(second);
        return new CheckInEvent(
                second,
                ids.checkIn(),
                outcome,
                at,
                at.plusMillis(waitedMillis),
                Identification.PASS,
                kiosk,
                "A",
                null,
                null,
                null,
                null,
                null,
                null,
                UpstreamState.NONE,
                false);
    }
}
