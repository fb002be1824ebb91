package org.seatside.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.bouncycastle.crypto.generators.OpenBSDBCrypt;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.MeetingFilter;
import org.seatside.client.NodeClient;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.NewSection;
import org.seatside.model.api.Paths;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.id.CommandId;
import org.seatside.model.imports.ImportPlan;
import org.seatside.model.imports.ImportPlan.Counts;
import org.seatside.model.imports.ImportTicket;
import org.seatside.model.imports.NewImport;
import org.seatside.model.roster.Section;

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

    @Test
    void aTimetableIsTakenOnceHoweverOftenItIsImported() throws Exception {
        campus.room("ICS-1");
        Section section = client.addSection(new NewSection("ICS101-01", "달력"), client.newCommand());
        String event = """
                BEGIN:VCALENDAR
                BEGIN:VEVENT
                UID:1
                SUMMARY:ICS101-01 달력
                LOCATION:ICS-1
                DTSTART;TZID=Asia/Seoul:20270301T090000
                DTEND;TZID=Asia/Seoul:20270301T100000
                RRULE:FREQ=WEEKLY;COUNT=4
                EXDATE;TZID=Asia/Seoul:20270308T090000
                END:VEVENT
                BEGIN:VEVENT
                UID:2
                SUMMARY:삼일절
                DTSTART;VALUE=DATE:20270301
                END:VEVENT
                END:VCALENDAR
                """;
        Path file = Files.writeString(folder.resolve("t.ics"), event);
        String id = client.sendImport(file, _ -> {});

        ImportPlan plan = client.importPlan(id);
        assertEquals(Map.of("patterns", new Counts(1, 0, 0, 0), "holidays", new Counts(1, 0, 0, 0)), plan.counts());
        client.applyImport(id, plan, client.newCommand());

        assertEquals(
                Map.of("patterns", new Counts(0, 0, 0, 1), "holidays", new Counts(0, 0, 0, 1)),
                client.importPlan(id).counts());
        MeetingFilter march =
                new MeetingFilter(Instant.parse("2027-02-27T00:00:00Z"), Instant.parse("2027-04-01T00:00:00Z"), null);
        assertEquals(
                List.of("2027-03-15T00:00:00Z", "2027-03-22T00:00:00Z"),
                client.meetings(march).stream()
                        .filter(meeting -> meeting.section().equals(section.id()))
                        .map(meeting -> meeting.startsAt().toString())
                        .toList(),
                "neither on the holiday nor where it is left out");
        Files.writeString(file, event.replace("ICS-1", "NOWHERE"));
        assertEquals(
                List.of(new ImportPlan.Line("", 3, "room-unknown", "NOWHERE")),
                client.importPlan(client.sendImport(file, _ -> {})).refused());
    }

    /// The hash is of `older password`, made with a cost of 4.
    @Test
    void studentsOfTheOlderServiceSignInWithTheirOldPasswordAndNobodyBecomesStaffByAFile() throws Exception {
        campus.student("20260555");
        String hash = OpenBSDBCrypt.generate("2b", "older password".toCharArray(), new byte[16], 4);
        Path file = Files.writeString(
                folder.resolve("users.jsonl"), "[\"20260555\",\"" + hash + "\",[]]\n[\"root\",\"" + hash + "\",[]]\n");
        String id = client.sendImport(file, _ -> {});
        ImportPlan plan = client.importPlan(id);

        assertEquals(Map.of("accounts", new Counts(1, 0, 0, 1)), plan.counts());
        client.applyImport(id, plan, client.newCommand());

        campus.open()
                .post(Paths.SESSIONS, new SignIn("20260555", "older password"))
                .as(SignedIn.class);
        assertEquals(
                401,
                campus.open()
                        .post(Paths.SESSIONS, new SignIn("root", "older password"))
                        .status());
    }

    @Test
    void aRosterInBulkEndsTheEnrolmentsThatItLeavesOut() throws Exception {
        String manifest = """
                propertyName,value
                oneroster.version,1.2
                file.orgs,bulk
                file.academicSessions,bulk
                file.courses,bulk
                file.users,bulk
                file.classes,bulk
                file.enrollments,bulk
                """;
        Map<String, String> files = new LinkedHashMap<>();
        files.put("manifest.csv", manifest);
        files.put("orgs.csv", "sourcedId,name,type,identifier\no,컴퓨터공학과,department,CSE\n");
        files.put(
                "academicSessions.csv",
                "sourcedId,title,type,startDate,endDate\n2027-1,1학기,semester,2027-03-01,2027-06-20\n");
        files.put("courses.csv", "sourcedId,title,courseCode,orgSourcedId\nk,알고리즘,CSE301,o\n");
        files.put("roles.csv", "userSourcedId,role\nu1,student\nu2,student\nu3,teacher\n");
        files.put(
                "users.csv",
                "sourcedId,identifier,givenName,familyName\nu1,20270001,하나,김\nu2,20270002,둘,이\nu3,T9,셋,박\n");
        files.put(
                "classes.csv",
                "sourcedId,title,courseSourcedId,classCode,termSourcedIds\nc,알고리즘 1,k,CSE301-01,2027-1\n");
        String all = "sourcedId,classSourcedId,userSourcedId,role\n1,c,u1,student\n2,c,u2,student\n3,c,u3,teacher\n";
        files.put("enrollments.csv", all);
        ImportPlan plan = applied(files);

        Counts one = new Counts(1, 0, 0, 0);
        assertEquals(
                Map.of(
                        "departments", one,
                        "terms", one,
                        "courses", one,
                        "sections", one,
                        "lecturers", one,
                        "teaching", one,
                        "students", new Counts(2, 0, 0, 0),
                        "enrolments", new Counts(2, 0, 0, 0)),
                plan.counts());
        files.put("enrollments.csv", all.replace("2,c,u2,student\n", ""));
        ImportPlan less = applied(files);

        assertEquals(new Counts(0, 0, 1, 1), less.counts().get("enrolments"));
        assertEquals(
                List.of(new ImportPlan.Line("enrollments.csv", 0, "enrolment-removed", "CSE301-01 20270002")),
                less.changes());
    }

    private ImportPlan applied(Map<String, String> files) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue().getBytes(UTF_8));
            }
        }
        String id = client.sendImport(Files.write(folder.resolve("roster.zip"), bytes.toByteArray()), _ -> {});
        ImportPlan plan = client.importPlan(id);
        assertEquals(List.of(), plan.refused());
        client.applyImport(id, plan, client.newCommand());
        return plan;
    }
}
