package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.model.api.HelpCallMove;
import org.seatside.model.api.KioskAssist;
import org.seatside.model.api.NewNotice;
import org.seatside.model.api.NewReport;
import org.seatside.model.api.Paths;
import org.seatside.model.assist.HelpCall;
import org.seatside.model.assist.HelpCallState;
import org.seatside.model.assist.Notice;
import org.seatside.model.assist.Report;
import org.seatside.model.assist.ReportKind;
import org.seatside.model.id.RoomId;
import org.seatside.model.roster.Room;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class AssistTest {
    private final HttpClient client = HttpClient.newHttpClient();
    private CampusFixture campus;
    private Room room;
    private Kiosks kiosk;
    private Api asKiosk;
    private Api elsewhere;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
        room = campus.room("Assist");
        kiosk = Kiosks.pair(campus.admin(), "Assist seat", room.id());
        asKiosk = kiosk.signIn(campus.open());
        elsewhere = Kiosks.pair(
                        campus.admin(), "Other seat", campus.room("Other").id())
                .signIn(campus.open());
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    private static NewNotice notice(List<RoomId> rooms, Instant from, Instant until) {
        return new NewNotice(from, until, 15, rooms, Map.of("ko", "엘리베이터 점검", "en", "The lift is being serviced"));
    }

    private KioskAssist shownAt(Api api) {
        return api.get(Paths.KIOSK_ASSIST).as(KioskAssist.class);
    }

    @Test
    void aNoticeIsShownInItsRoomsWhileItHolds() {
        Instant now = Instant.now();
        Notice here = campus.admin()
                .post(Paths.NOTICES, notice(List.of(room.id()), now, now.plusSeconds(3_600)))
                .as(Notice.class);
        Notice everywhere = campus.admin()
                .post(Paths.NOTICES, notice(List.of(), now.plusMillis(1), now.plusSeconds(3_600)))
                .as(Notice.class);
        Notice nextWeek = campus.admin()
                .post(Paths.NOTICES, notice(List.of(), now.plus(Duration.ofDays(7)), now.plus(Duration.ofDays(8))))
                .as(Notice.class);

        assertEquals(List.of(here, everywhere), shownAt(asKiosk).notices());
        assertEquals(List.of(everywhere), shownAt(elsewhere).notices());
        assertTrue(Arrays.asList(campus.admin().get(Paths.NOTICES).as(Notice[].class))
                .contains(nextWeek));

        Notice changed = campus.admin()
                .put(Paths.NOTICES + "/" + here.id(), notice(List.of(), now, now.plusSeconds(60)))
                .as(Notice.class);
        campus.admin().delete(Paths.NOTICES + "/" + everywhere.id()).expect(204);

        assertEquals(List.of(changed), shownAt(elsewhere).notices());
        campus.admin().delete(Paths.NOTICES + "/" + here.id()).expect(204);
        campus.admin().delete(Paths.NOTICES + "/" + nextWeek.id()).expect(204);
    }

    @Test
    void aNoticeWithoutAnEndATextOrALanguageIsRefused() {
        Instant now = Instant.now();
        Api admin = campus.admin();

        assertEquals(
                "400 times-wrong",
                admin.post(Paths.NOTICES, notice(List.of(), now, now)).refusal());
        assertEquals(
                "400 texts-wrong",
                admin.post(Paths.NOTICES, new NewNotice(now, now.plusSeconds(9), 5, null, Map.of("ko", " ")))
                        .refusal());
        assertEquals(
                "400 texts-wrong",
                admin.post(Paths.NOTICES, new NewNotice(now, now.plusSeconds(9), 5, null, Map.of("ko", "\u202ex")))
                        .refusal());
        assertEquals(
                "400 display-seconds-wrong",
                admin.post(Paths.NOTICES, new NewNotice(now, now.plusSeconds(9), 1, null, Map.of("ko", "x")))
                        .refusal());
        assertEquals(
                "404 not-found",
                admin.put(
                                Paths.NOTICES + "/" + UUID.randomUUID(),
                                new NewNotice(now, now.plusSeconds(9), 5, null, Map.of("ko", "x")))
                        .refusal());
    }

    @Test
    void aCallForHelpGoesItsWayOnceAndTellsTheKiosk() {
        HelpCall called = asKiosk.post(Paths.KIOSK_ASSIST + "/help-calls", "").as(HelpCall.class);
        HelpCall again = asKiosk.post(Paths.KIOSK_ASSIST + "/help-calls", "").as(HelpCall.class);

        assertEquals(called, again);
        assertEquals(HelpCallState.CALLED, called.state());
        assertEquals(room.id(), called.room());
        assertTrue(Arrays.asList(campus.admin().get(Paths.HELP_CALLS).as(HelpCall[].class))
                .contains(called));

        HelpCall coming = move(called, HelpCallState.COMING);
        assertEquals(coming, shownAt(asKiosk).help());
        assertEquals(
                "412 stale-revision",
                campus.admin()
                        .put(state(called), new HelpCallMove(HelpCallState.SEEN))
                        .refusal());
        assertEquals(coming, move(called, HelpCallState.COMING));

        HelpCall done = move(called, HelpCallState.DONE);
        assertEquals(coming.comingAt(), done.comingAt());
        assertEquals(done, shownAt(asKiosk).help());
        HelpCall next = asKiosk.post(Paths.KIOSK_ASSIST + "/help-calls", "").as(HelpCall.class);
        assertNotEquals(called.id(), next.id());

        assertEquals(
                "404 not-found",
                elsewhere
                        .delete(Paths.KIOSK_ASSIST + "/help-calls/" + next.id())
                        .refusal());
        assertEquals(
                HelpCallState.DONE,
                asKiosk.delete(Paths.KIOSK_ASSIST + "/help-calls/" + next.id())
                        .as(HelpCall.class)
                        .state());
    }

    private HelpCall move(HelpCall call, HelpCallState to) {
        return campus.admin().put(state(call), new HelpCallMove(to)).as(HelpCall.class);
    }

    private static String state(HelpCall call) {
        return Paths.HELP_CALLS + "/" + call.id() + "/state";
    }

    @Test
    void staffAndTheKioskHearOfEachStepAtOnce() throws Exception {
        try (BufferedReader staff = open(campus.admin(), Paths.HELP_CALLS + "/events");
                BufferedReader seat = open(asKiosk, Paths.KIOSK_ASSIST + "/events")) {
            HelpCall called =
                    asKiosk.post(Paths.KIOSK_ASSIST + "/help-calls", "").as(HelpCall.class);
            await(staff, HelpCall[].class, calls -> Arrays.asList(calls).contains(called));
            await(seat, KioskAssist.class, state -> called.equals(state.help()));

            HelpCall seen = move(called, HelpCallState.SEEN);
            await(staff, HelpCall[].class, calls -> Arrays.asList(calls).contains(seen));
            await(seat, KioskAssist.class, state -> seen.equals(state.help()));

            move(called, HelpCallState.DONE);
        }
    }

    private BufferedReader open(Api caller, String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(caller.base() + path))
                .header("Authorization", "Bearer " + caller.token())
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, response.statusCode());
        return new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8));
    }

    private static <T> void await(BufferedReader lines, Class<T> type, Predicate<T> wanted) throws Exception {
        CompletableFuture.runAsync(() -> {
                    try {
                        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                            if (line.startsWith("data: ")
                                    && wanted.test(
                                            Api.JSON.read(line.substring(6).getBytes(StandardCharsets.UTF_8), type))) {
                                return;
                            }
                        }
                        throw new AssertionError("the stream ended");
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .get(25, TimeUnit.SECONDS);
    }

    @Test
    void reportsComeFromKioskAndStaffAndAreClosed() {
        Report bug = asKiosk.post(Paths.KIOSK_ASSIST + "/reports", new NewReport(ReportKind.BUG, " 화면이 멈춥니다 "))
                .as(Report.class);
        Report wish = campus.admin()
                .post(Paths.REPORTS, new NewReport(ReportKind.SUGGESTION, "더 큰 글자"))
                .as(Report.class);
        campus.admin().post(Paths.REPORTS + "/" + bug.id() + "/closed", "").expect(204);

        List<Report> reports = List.of(campus.admin().get(Paths.REPORTS).as(Report[].class));

        assertEquals("화면이 멈춥니다", bug.text());
        assertEquals(kiosk.id(), bug.kiosk());
        assertEquals(
                List.of(wish, new Report(bug.id(), bug.kind(), bug.text(), bug.kiosk(), bug.reportedAt(), true)),
                reports);
        assertEquals(
                "404 unknown-reference",
                campus.admin()
                        .post(Paths.REPORTS + "/" + UUID.randomUUID() + "/closed", "")
                        .refusal());
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"kind\":\"BUG\",\"text\":\"\"}", "{\"text\":\"x\"}"})
    void aReportWithoutKindOrTextIsRefused(String body) {
        assertEquals(
                "400 report-wrong",
                asKiosk.post(Paths.KIOSK_ASSIST + "/reports", body).refusal());
    }
}
