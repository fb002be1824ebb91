package org.seatside.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.ExportFilter;
import org.seatside.model.api.ExportFormat;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewMeeting;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.roster.Meeting;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Section;
import org.seatside.model.roster.Student;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ExportsTest {
    private CampusFixture campus;
    private NodeClient client;
    private Room room;
    private Student student;
    private Section section;
    private Meeting meeting;
    private Receipt receipt;
    private Api asKiosk;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
        room = campus.room("=19C4");
        student = campus.student("20230001");
        campus.student("20230002");
        client = new NodeClient(List.of(campus.node().baseUri()), new Json());
        client.resume(campus.session().token());
        section = client.addSection(new NewSection("CSE-01", "자료구조"), client.newCommand());
        client.enrol(section.id(), new Enrolment(List.of(student.id())), client.newCommand());
        Instant starts = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        meeting = client.addMeeting(
                new NewMeeting(section.id(), room.id(), starts, starts.plus(Duration.ofHours(1)), 10, 10, 50),
                client.newCommand());
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
        asKiosk = kiosk.signIn(campus.open());
        receipt = asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230001")).as(Receipt.class);
        asKiosk.post(Paths.CHECK_INS, kiosk.checkIn("20230002")).as(Receipt.class);
    }

    @AfterAll
    void stop() {
        client.close();
        campus.close();
    }

    private String export(String what, ExportFilter filter, ExportFormat format) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        client.export(what, filter, format, "en", "term report", out);
        return out.toString(UTF_8);
    }

    @Test
    void checkInsComeAsChunkedCsvWithFormulasMadeText() throws Exception {
        Api.Answer answer = campus.admin().get(Paths.EXPORTS + "/check-ins?reason=term&lang=en");

        assertEquals(
                "text/csv",
                answer.response().headers().firstValue("Content-Type").orElse(""));
        assertEquals(
                "chunked",
                answer.response().headers().firstValue("Transfer-Encoding").orElse(""));
        assertTrue(answer.response()
                .headers()
                .firstValue("Content-Disposition")
                .orElse("")
                .matches("attachment; filename=\"seatside-check-ins-[0-9-]{10}\\.csv\""));
        assertEquals(3, answer.text().lines().count());
        assertTrue(answer.text().contains(",'=19C4,자료구조,"), answer.text());
    }

    @Test
    void theLogAndItsExportShowTheSameOfAFilter() throws Exception {
        List<ExportFilter> filters = List.of(
                ExportFilter.ALL,
                ExportFilter.ALL.withHow(Identification.NUMBER_TYPED),
                ExportFilter.ALL.withHow(Identification.PASS),
                ExportFilter.ALL.withUpstream(UpstreamState.NONE),
                ExportFilter.ALL.withUpstream(UpstreamState.ACCEPTED),
                ExportFilter.ALL.withSection(section.id()),
                ExportFilter.ALL.withTrace(receipt.id().trace()),
                ExportFilter.between(Instant.now().plus(Duration.ofHours(1)), null),
                new ExportFilter(null, null, student.id(), null, room.id(), null, "present", null));
        List<Integer> rows = new ArrayList<>();

        for (ExportFilter filter : filters) {
            List<String> shown = client.checkIns(filter, null, 100).items().stream()
                    .map(event -> "\"id\":\"" + event.id() + "\"")
                    .toList();
            List<String> exported =
                    export("check-ins", filter, ExportFormat.JSONL).lines().toList();
            assertEquals(shown.size(), exported.size(), filter.toString());
            shown.forEach(id -> assertTrue(exported.stream().anyMatch(row -> row.contains(id)), id));
            rows.add(shown.size());
        }

        assertEquals(List.of(2, 2, 0, 2, 0, 2, 1, 0, 1), rows);
        assertEquals(
                "400 query-malformed",
                campus.admin().get(Paths.CHECK_INS + "?how=GUESSED").refusal());
        assertEquals(
                1,
                export("attendance", ExportFilter.ALL.withHow(Identification.NUMBER_TYPED), ExportFormat.JSONL)
                        .lines()
                        .count());
        assertEquals("", export("attendance", ExportFilter.ALL.withUpstream(UpstreamState.SENT), ExportFormat.JSONL));
    }

    @Test
    void traceFromTheKiosksScreenFindsTheRow() throws Exception {
        String trace = receipt.id().trace();

        String found = export("check-ins", ExportFilter.ALL.withTrace(trace), ExportFormat.JSONL);

        assertEquals(1, found.lines().count());
        assertTrue(found.contains("\"id\":\"" + receipt.id() + "\""), found);
        assertEquals("", export("check-ins", ExportFilter.ALL.withTrace("00000000"), ExportFormat.JSONL));
    }

    @Test
    void sheetRecordsAndPaperComeToo() throws Exception {
        assertTrue(export("sections/" + section.id(), ExportFilter.ALL, ExportFormat.CSV)
                .contains("20230001,홍길동,Present,1,0,0,0,0,0,100.0"));
        assertTrue(export("attendance", ExportFilter.ALL, ExportFormat.CSV).contains(",Present,20230001,"));
        assertTrue(
                export("summaries/students", ExportFilter.ALL, ExportFormat.CSV).contains("20230001,"));
        assertTrue(export("summaries/departments", ExportFilter.ALL.withSection(section.id()), ExportFormat.JSONL)
                .contains("\"present\":"));

        ByteArrayOutputStream paper = new ByteArrayOutputStream();
        client.export(
                "sections/" + section.id() + "/meetings/" + meeting.id(),
                ExportFilter.ALL,
                ExportFormat.PDF,
                "ko",
                "class",
                paper);
        assertArrayEquals("%PDF-".getBytes(UTF_8), Arrays.copyOf(paper.toByteArray(), 5));
    }

    @Test
    void whoTookWhatAndWhyStandsInTheAuditTrail() throws Exception {
        export("sections/" + section.id(), ExportFilter.ALL, ExportFormat.CSV);

        String trail = auditor().get(Paths.AUDIT + "?subject=" + section.id()).text();

        assertTrue(trail.contains("\"actor\":\"" + campus.session().account() + "\""), trail);
        assertTrue(trail.contains("\"action\":\"export-sheet\""), trail);
        assertTrue(trail.contains("\"detail\":\"term report\""), trail);
    }

    private Api auditor() {
        String first = "the first sentence of an auditor";
        String second = "the second sentence of an auditor";
        campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount("auditor", first, Set.of(Role.AUDITOR), null, null))
                .expect(200);
        SignedIn session =
                campus.open().post(Paths.SESSIONS, new SignIn("auditor", first)).as(SignedIn.class);
        Api auditor = campus.open().as(session.token());
        auditor.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(first, second))
                .expect(204);
        return auditor;
    }

    @Test
    void whatIsAskedWronglyIsRefusedBeforeTheFirstByte() {
        Api admin = campus.admin();

        assertEquals(
                "400 reason-needed", admin.get(Paths.EXPORTS + "/check-ins").refusal());
        assertEquals(
                "400 format-not-possible",
                admin.get(Paths.EXPORTS + "/check-ins?format=pdf&reason=x").refusal());
        assertEquals(
                "400 query-malformed",
                admin.get(Paths.EXPORTS + "/check-ins?format=exe&reason=x").refusal());
        assertEquals(
                "400 query-malformed",
                admin.get(Paths.EXPORTS + "/check-ins?trace=%27&reason=x").refusal());
        assertEquals(
                "400 query-malformed",
                admin.get(Paths.EXPORTS + "/check-ins?outcome=%3D&reason=x").refusal());
        assertEquals(
                "404 not-found",
                admin.get(Paths.EXPORTS + "/sections/" + UUID.randomUUID() + "?reason=x")
                        .refusal());
        assertEquals(
                401, campus.open().get(Paths.EXPORTS + "/check-ins?reason=x").status());
        assertEquals(403, asKiosk.get(Paths.EXPORTS + "/check-ins?reason=x").status());
        NodeException refused =
                assertThrows(NodeException.class, () -> export("sections/none", ExportFilter.ALL, ExportFormat.CSV));
        assertEquals(NodeException.Kind.NOT_FOUND, refused.kind());
    }
}
