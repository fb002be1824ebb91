package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.Paths;
import org.seatside.model.roster.Room;

final class MetricsTest {
    /// prometheus.io, exposition formats, text format 0.0.4.
    private static final String SAMPLE =
            "[a-z_]+(\\{[a-z]+=\"([^\"\\\\\\n]|\\\\[\\\\\"n])*\"})? (-?[0-9.]+(e[+-]?[0-9]+)?|NaN|[+-]Inf)";

    @Test
    void metricsAreTextThatPrometheusReadsAndCountWhatHappened(@TempDir Path folder) throws Exception {
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Room room = campus.room("19C4");
            campus.student("20230001");
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            Api asKiosk = kiosk.signIn(campus.open());
            asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230001")).expect(200);
            asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230001")).expect(200);
            campus.open().get("/nothing").expect(404);

            Api.Answer answer = operator(campus).get(Paths.METRICS).expect(200);

            assertEquals(
                    "text/plain; version=0.0.4; charset=utf-8",
                    answer.response().headers().firstValue("Content-Type").orElse(""));
            assertTrue(answer.text().endsWith("\n"));
            wellFormed(answer.text().lines().toList());
            Map<String, String> samples = samples(answer.text());
            assertEquals("1", samples.get("seatside_ready"));
            assertEquals("1", samples.get("seatside_check_ins_total{outcome=\"Present\"}"));
            assertEquals("1", samples.get("seatside_check_ins_total{outcome=\"AlreadyRecorded\"}"));
            assertEquals("1", samples.get("seatside_http_requests_total{status=\"4xx\"}"));
            assertEquals("0", samples.get("seatside_http_requests_total{status=\"5xx\"}"));
            assertEquals(
                    samples.get("seatside_http_request_seconds_count"),
                    samples.get("seatside_http_request_seconds_bucket{le=\"+Inf\"}"));
            assertEquals("1", samples.get("seatside_http_requests_under_way"));
        }
    }

    private static Api operator(CampusFixture campus) throws Exception {
        return campus.open()
                .as(Files.readString(campus.node().dataFolder().resolve("operator-token"))
                        .strip());
    }

    /// Every sample stands behind the type of its name, every name has one type, every counter ends in `_total`.
    private static void wellFormed(List<String> lines) {
        Set<String> typed = new HashSet<>();
        for (String line : lines) {
            if (line.startsWith("# TYPE ")) {
                String[] words = line.split(" ", -1);
                assertTrue(typed.add(words[2]), line);
                assertEquals(words[3].equals("counter"), words[2].endsWith("_total"), line);
            } else if (!line.startsWith("# HELP ")) {
                assertTrue(line.matches(SAMPLE), line);
                String name = line.replaceAll("[{ ].*", "");
                assertTrue(typed.contains(name) || typed.contains(name.replaceAll("_(bucket|sum|count)$", "")), line);
            }
        }
    }

    private static Map<String, String> samples(String text) {
        return text.lines()
                .filter(line -> !line.startsWith("#"))
                .collect(Collectors.toMap(
                        line -> line.substring(0, line.lastIndexOf(' ')),
                        line -> line.substring(line.lastIndexOf(' ') + 1)));
    }
}
