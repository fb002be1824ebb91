package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.json.Json;
import org.seatside.model.api.KioskState;
import org.seatside.model.id.Ids;
import org.seatside.model.id.KioskId;
import org.seatside.service.DerivedSecrets;
import org.seatside.service.Digests;
import org.seatside.service.attendance.RecordService;
import org.seatside.service.hook.HookSender;
import org.seatside.service.kiosk.KioskPresence;
import org.seatside.service.kiosk.KioskService;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Commands;
import org.seatside.service.log.View;
import org.seatside.service.staff.AttemptLimiter;
import org.seatside.storage.H2ViewHome;
import org.seatside.testkit.FakeClock;

/// A report a day, over the real tables, with a clock of the test's.
final class DailyReportTest {
    private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
    private static final URI WEBHOOK = URI.create("https://report.example/hook");

    @TempDir
    private Path folder;

    /// 17:59 in Seoul.
    private final FakeClock clock = FakeClock.at("2026-03-02T08:59:00Z");

    private final Ids ids = new Ids(clock, new SplittableRandom(1));
    private final KioskPresence presence = new KioskPresence(clock);
    private final List<String> told = new ArrayList<>();
    private HookSender.Answer answer = new HookSender.Answer.Status(204);
    private H2ViewHome home;
    private View view;
    private Commands commands;
    private DailyReport report;

    @BeforeEach
    void open() throws Exception {
        home = new H2ViewHome(folder.resolve("view"), new AttendanceStateMachine());
        view = home.openEmpty();
        commands = new Commands(new ViewLog(view), clock);
        report = new DailyReport(
                new ReportConfig(folder.resolve("reports"), LocalTime.of(18, 0), WEBHOOK),
                new RecordService(
                        home.stores().records(),
                        home.stores().roster(),
                        home.stores().timetable(),
                        commands,
                        clock,
                        SEOUL),
                new KioskService(
                        home.stores().roster(),
                        commands,
                        new DerivedSecrets(new SecretKeySpec(new byte[32], "HmacSHA256")),
                        presence,
                        new AttemptLimiter(clock),
                        clock,
                        "key"),
                new Listener(),
                new Json(),
                SEOUL,
                clock);
    }

    @AfterEach
    void close() {
        view.close();
        home.close();
    }

    private final class Listener implements HookSender {
        @Override
        public Answer post(URI address, Map<String, String> headers, byte[] body) {
            told.add(address + " " + new String(body, StandardCharsets.UTF_8));
            return answer;
        }

        @Override
        public boolean allows(URI address) {
            return true;
        }
    }

    private KioskId kiosk(String name) {
        KioskId id = ids.kiosk();
        String code = Digests.sha256(name);
        commands.require(
                ids.command(),
                "node",
                new Change.InviteKiosk(id, name, null, code, clock.instant().plusSeconds(600)));
        commands.require(ids.command(), "node", new Change.PairKiosk(code, "public key of " + name));
        return id;
    }

    private List<String> reports() throws IOException {
        Path there = folder.resolve("reports");
        if (!Files.exists(there)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(there)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void aDaysReportIsWrittenOnceAtItsHourAndNamesTheKiosksThatWereSilent() throws Exception {
        kiosk("silent");
        presence.says(kiosk("heard"), new KioskState("1", "RUNNING", 0, 0, null, null));
        report.writeIfDue();
        assertEquals(List.of(), reports(), "before six");

        clock.advance(Duration.ofMinutes(1));
        report.writeIfDue();
        report.writeIfDue();

        assertEquals(List.of("seatside-report-2026-03-02.csv"), reports());
        List<String> lines = Files.readAllLines(folder.resolve("reports/seatside-report-2026-03-02.csv"));
        assertEquals(List.of("\uFEFFDay,What,Which,Count", "2026-03-02,silent kiosk,silent,1"), lines);
        assertEquals(1, told.size());
        assertTrue(told.getFirst().startsWith(WEBHOOK + " {\"day\":\"2026-03-02\""), told.toString());
        assertTrue(told.getFirst().endsWith("\"silentKiosks\":[\"silent\"]}"), told.toString());

        clock.advance(Duration.ofDays(1));
        report.writeIfDue();

        assertEquals(
                List.of("seatside-report-2026-03-02.csv", "seatside-report-2026-03-03.csv"),
                reports(),
                "and another the next day");
    }

    @Test
    void aReportThatNobodyTookIsWrittenAllTheSameAndNotToldTwice() throws Exception {
        answer = new HookSender.Answer.Broken("CONNECT");
        clock.advance(Duration.ofMinutes(1));

        report.writeIfDue();
        report.writeIfDue();

        assertEquals(List.of("seatside-report-2026-03-02.csv"), reports());
        assertEquals(1, told.size());
    }

    @Test
    void aFolderThatCannotBeWrittenIsTriedAgain() throws Exception {
        Files.writeString(folder.resolve("reports"), "a file in its place");
        clock.advance(Duration.ofMinutes(1));
        report.writeIfDue();

        Files.delete(folder.resolve("reports"));
        report.writeIfDue();

        assertEquals(List.of("seatside-report-2026-03-02.csv"), reports());
    }
}
