package org.seatside.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.gateway.GatewayTimeouts;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.UpstreamSummary;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.roster.Room;

/// From the kiosk's request to the institution's own service, on a whole node.
final class UpstreamTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private static NodeConfig config(Path folder, ScriptedUpstream upstream) {
        return NodeConfig.in(folder)
                .withUpstream(new NodeConfig.Upstream(
                        NodeConfig.Kind.DU_CHECKATTEND,
                        upstream.address(),
                        GatewayTimeouts.DEFAULT.connect(),
                        Duration.ofMillis(400),
                        NodeConfig.Template.NONE));
    }

    private static String query(String student, String time) {
        return "sno=" + student + "&nfc=MTlDNA%3D%3D&type=UQ%3D%3D&gpsLati=MA%3D%3D&gpsLong=MA%3D%3D&time_stamp=" + time
                + "&ver=24";
    }

    @Test
    void eachCheckInArrivesWithItsOwnTimeThroughAnErrorAndASilence(@TempDir Path folder) throws Exception {
        try (ScriptedUpstream upstream = new ScriptedUpstream(500, ScriptedUpstream.HANG, 200);
                CampusFixture campus = CampusFixture.start(config(folder, upstream))) {
            Room room = campus.taggedRoom("19C4");
            IntStream.range(0, 4).forEach(i -> campus.student("2023000" + i));
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            Api asKiosk = kiosk.signIn(campus.open());
            Instant begin = Instant.parse("2026-03-02T00:00:00.123Z");
            IntStream.range(0, 4)
                    .forEach(i -> asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("2023000" + i, begin.plusSeconds(i)))
                            .expect(200));

            await().atMost(PATIENCE).until(() -> states(campus).equals(Map.of(UpstreamState.ACCEPTED, 4L)));

            Map<String, Integer> arrived = new TreeMap<>();
            upstream.queries().forEach(query -> arrived.merge(query, 1, Integer::sum));
            assertEquals(
                    Map.of(
                            query("MjAyMzAwMDA%3D", "2026-03-02T09%3A00%3A00.123Z"), 3,
                            query("MjAyMzAwMDE%3D", "2026-03-02T09%3A00%3A01.123Z"), 3,
                            query("MjAyMzAwMDI%3D", "2026-03-02T09%3A00%3A02.123Z"), 3,
                            query("MjAyMzAwMDM%3D", "2026-03-02T09%3A00%3A03.123Z"), 3),
                    arrived);
            List<CheckInEvent> events = campus.admin()
                    .get(Paths.CHECK_INS)
                    .as(new TypeReference<Page<CheckInEvent>>() {})
                    .items();
            assertEquals(
                    List.of(UpstreamState.ACCEPTED),
                    events.stream().map(CheckInEvent::upstream).distinct().toList());
        }
    }

    @Test
    void refusalIsFinalAndSeenByStaff(@TempDir Path folder) throws Exception {
        try (ScriptedUpstream upstream = new ScriptedUpstream(422);
                CampusFixture campus = CampusFixture.start(config(folder, upstream))) {
            Room room = campus.taggedRoom("19C4");
            campus.student("20230001");
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            kiosk.signIn(campus.open())
                    .post(Paths.CHECK_INS, kiosk.checkIn("20230001"))
                    .expect(200);

            await().atMost(PATIENCE).until(() -> states(campus).equals(Map.of(UpstreamState.REJECTED, 1L)));

            assertEquals(1, upstream.queries().size());
        }
    }

    @Test
    void whatWaitedIsSentAfterARestart(@TempDir Path folder) throws Exception {
        try (ScriptedUpstream upstream = new ScriptedUpstream(500)) {
            try (CampusFixture campus = CampusFixture.start(config(folder, upstream))) {
                Room room = campus.taggedRoom("19C4");
                campus.student("20230001");
                Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
                kiosk.signIn(campus.open())
                        .post(Paths.CHECK_INS, kiosk.checkIn("20230001", Instant.parse("2026-03-02T00:00:00Z")))
                        .expect(200);
                await().atMost(PATIENCE).until(() -> !upstream.queries().isEmpty());
            }
            try (CampusFixture campus = CampusFixture.start(config(folder, upstream))) {
                await().atMost(PATIENCE).until(() -> states(campus).equals(Map.of(UpstreamState.ACCEPTED, 1L)));

                assertEquals(
                        List.of(query("MjAyMzAwMDE%3D", "2026-03-02T09%3A00%3A00.000Z")),
                        List.copyOf(new TreeSet<>(upstream.queries())));
            }
        }
    }

    private static Map<UpstreamState, Long> states(CampusFixture campus) {
        Map<UpstreamState, Long> counts = new TreeMap<>(
                campus.admin().get(Paths.UPSTREAM).as(UpstreamSummary.class).counts());
        counts.values().removeIf(count -> count == 0);
        counts.remove(UpstreamState.NONE);
        return counts;
    }
}
