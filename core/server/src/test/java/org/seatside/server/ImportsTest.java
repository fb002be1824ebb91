package org.seatside.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.Paths;
import org.seatside.model.id.CommandId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.imports.ImportPlan.Counts;
import org.seatside.model.imports.ImportTicket;
import org.seatside.model.imports.NewImport;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class ImportsTest {
    private Path folder;
    private CampusFixture campus;
    private NodeClient client;

    @BeforeAll
    void start(@TempDir Path temporary) throws Exception {
        folder = temporary;
        campus = CampusFixture.start(temporary.resolve("node"));
        client = new NodeClient(List.of(campus.node().baseUri()), new Json());
        client.resume(campus.session().token());
    }

    @AfterAll
    void stop() {
        client.close();
        campus.close();
    }

    /// As many as a university has, with their classes, in one command of the log.
    @Test
    void twentyThousandStudentsBecomeVisibleAtOnceAndSurviveARestart() throws Exception {
        StringBuilder csv = new StringBuilder("학번,이름,분반,과목\r\n");
        for (int i = 0; i < 20_000; i++) {
            csv.append("2100%04d,학생%d,S%03d,과목 %d\r\n".formatted(i % 10_000, i, i % 400, i % 400));
            if (i == 9_999) {
                csv.append("30000000,다른 학생,S001,과목 1\r\n");
            }
        }
        Path file = Files.write(
                folder.resolve("students.csv"),
                csv.toString().replaceAll("학생\\d+", "학생").getBytes(Charset.forName("x-windows-949")));
        List<Long> progress = new ArrayList<>();

        String id = client.sendImport(file, progress::add);
        ImportPlan plan = client.importPlan(id);

        assertEquals(Files.size(file), progress.getLast());
        assertEquals(List.of(), plan.refused());
        assertEquals(200, plan.changes().size());
        assertEquals(new Counts(10_001, 0, 0, 10_000), plan.counts().get("students"));
        assertEquals(0, client.students("210", 10, null).items().size());
        CommandId command = client.newCommand();
        assertEquals(plan, client.applyImport(id, plan, command));
        assertEquals(
                "21000000", client.students("210", 10, null).items().getFirst().number());
        assertEquals(
                Map.of(
                        "students", new Counts(0, 0, 0, 20_001),
                        "sections", new Counts(0, 0, 0, 20_001),
                        "enrolments", new Counts(0, 0, 0, 20_001)),
                client.importPlan(id).counts());
        client.dropImport(id);

        campus.close();
        campus = CampusFixture.start(folder.resolve("node"));
        client.close();
        client = new NodeClient(List.of(campus.node().baseUri()), new Json());
        client.resume(campus.session().token());
        assertEquals(1, client.students("30000000", 10, null).items().size());
    }

    @Test
    void aWrongLineIsToldAndNothingIsChanged() throws Exception {
        Path file = Files.writeString(folder.resolve("wrong.csv"), "number,name\n20260001,A\n12,B\n");
        String id = client.sendImport(file, _ -> {});
        ImportPlan plan = client.importPlan(id);

        assertEquals(List.of(new ImportPlan.Line("", 3, "number-malformed", "12")), plan.refused());
        NodeException refused =
                assertThrows(NodeException.class, () -> client.applyImport(id, plan, client.newCommand()));
        assertEquals("/problems/lines-refused", refused.problem().orElseThrow().type());
        assertEquals(0, client.students("20260001", 10, null).items().size());
    }

    @Test
    void anotherPlanThanTheOneLookedAtIsNotApplied() throws Exception {
        Path file = Files.writeString(folder.resolve("race.csv"), "number,name\n20260077,A\n");
        String id = client.sendImport(file, _ -> {});
        ImportPlan plan = client.importPlan(id);
        campus.student("20260077");

        NodeException stale =
                assertThrows(NodeException.class, () -> client.applyImport(id, plan, client.newCommand()));

        assertEquals(NodeException.Kind.CONFLICT, stale.kind());
    }

    @Test
    void whatIsNoImportIsRefused() throws Exception {
        Api admin = campus.admin();
        ImportTicket ticket =
                admin.post(Paths.IMPORTS, new NewImport("a.csv", 10)).as(ImportTicket.class);
        String path = Paths.IMPORTS + "/" + ticket.id();

        assertEquals("400 file-not-whole", admin.get(path + "/plan").refusal());
        assertEquals("400 if-match-needed", admin.post(path + "/apply", "").refusal());
        assertEquals(
                "404 not-found",
                admin.get(Paths.IMPORTS + "/" + UUID.randomUUID() + "/plan").refusal());
        assertEquals(
                400, admin.get(Paths.IMPORTS + "/..%2F..%2Fsetup-token/plan").status());
        assertEquals(
                "400 file-too-large",
                admin.post(Paths.IMPORTS, new NewImport("a.csv", 60L << 20)).refusal());
        assertEquals(
                401,
                campus.open().post(Paths.IMPORTS, new NewImport("a.csv", 10)).status());
        assertEquals(204, admin.delete(path).status());
        assertEquals("404 not-found", admin.get(path + "/plan").refusal());
        Path bomb = Files.write(folder.resolve("a.zip"), "no zip".getBytes(UTF_8));
        String id = client.sendImport(bomb, _ -> {});
        NodeException refused = assertThrows(NodeException.class, () -> client.importPlan(id));
        assertTrue(refused.problem().orElseThrow().type().endsWith("/archive-damaged"));
    }
}
