package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewAccount;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.PasswordChange;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.audit.AuditEntry;
import org.seatside.model.roster.Student;
import org.seatside.service.trail.Verdict;

/// The audit trail of a running node, and of its export.
final class AuditTest {
    private static final String FIRST = "the first password of all";
    private static final String SECOND = "the second sentence is mine";
    private static final TypeReference<Page<AuditEntry>> ENTRIES = new TypeReference<>() {};

    @TempDir
    private Path folder;

    private CampusFixture campus;
    private Api auditor;

    @BeforeEach
    void start() throws Exception {
        campus = CampusFixture.start(folder.resolve("node"));
        campus.admin()
                .post(Paths.ACCOUNTS, new NewAccount("auditor", FIRST, Set.of(Role.AUDITOR), null, null))
                .expect(200);
        SignedIn session =
                campus.open().post(Paths.SESSIONS, new SignIn("auditor", FIRST)).as(SignedIn.class);
        auditor = campus.open().as(session.token());
        auditor.put(Paths.OWN_ACCOUNT + "/password", new PasswordChange(FIRST, SECOND))
                .expect(204);
    }

    @AfterEach
    void stop() {
        campus.close();
    }

    @Test
    void everyWriteIsInTheTrailWithWhoWhenWhereAndWhatCameOfIt() {
        Student student = campus.student("20260001");
        assertEquals(
                "409 number-taken",
                campus.admin()
                        .post(Paths.STUDENTS, new NewStudent("20260001", "Lee"))
                        .refusal());

        List<AuditEntry> entries =
                auditor.get(Paths.AUDIT + "?limit=2").as(ENTRIES).items();

        String admin = campus.session().account().toString();
        assertEquals(
                List.of(
                        "save-student conflict-number-taken 127.0.0.1 " + admin,
                        "save-student done 127.0.0.1 " + admin),
                entries.stream()
                        .map(entry -> entry.action() + " " + entry.outcome() + " " + entry.from() + " " + entry.actor())
                        .toList());
        assertEquals(student.id().toString(), entries.get(1).subject());
        assertEquals(
                List.of(entries.get(1)),
                auditor.get(Paths.AUDIT + "?subject=" + student.id())
                        .as(ENTRIES)
                        .items());
        assertEquals(
                List.of("save-account", "start-session", "add-account", "start-session", "set-password"),
                auditor.get(Paths.AUDIT + "?after=" + entries.get(1).number()).as(ENTRIES).items().reversed().stream()
                        .map(AuditEntry::action)
                        .toList());
    }

    @Test
    void theTrailHoldsNoNamesNumbersOrSecrets() {
        campus.student("20260001");

        String all = auditor.get(Paths.AUDIT).text();

        for (String secret : List.of("20260001", "홍길동", "auditor", "Admin", "argon2")) {
            assertEquals(-1, all.indexOf(secret), secret);
        }
    }

    @Test
    void anExportIsWholeAndSaysSoAgainstTheCheckpointsOfTheNode() throws Exception {
        for (int i = 0; i < 30; i++) {
            campus.student("202601%02d".formatted(i));
        }
        Path trail = folder.resolve("audit.jsonl");
        Files.writeString(trail, export());
        Path kept = folder.resolve("node/" + CheckpointFile.NAME);
        List<String> lines = Files.readAllLines(trail);
        List<String> entries =
                lines.stream().filter(line -> line.contains("\"entry\"")).toList();
        long last = entries.size();

        assertEquals(new Verdict.Intact(1, last, last), TrailFiles.check(trail, kept));
        assertEquals(new Verdict.Intact(1, last, last), TrailFiles.check(trail, null));
        List<String> edited = new ArrayList<>(lines);
        edited.replaceAll(line -> line.replace("\"number\":7,", "\"number\":7,\"detail\":\"x\","));
        Files.write(trail, edited);
        assertEquals(new Verdict.Broken(Verdict.Fault.NOT_FOLLOWING, 6, 7), TrailFiles.check(trail, kept));
        List<String> cut = new ArrayList<>(lines.subList(0, 1));
        cut.addAll(entries.subList(0, entries.size() - 3));
        Files.write(trail, cut);
        assertEquals(new Verdict.Broken(Verdict.Fault.CUT, last - 2, last), TrailFiles.check(trail, kept));
        assertEquals(
                new Verdict.Intact(1, last - 3, 0),
                TrailFiles.check(trail, null),
                "cut together with its checkpoint, only the copy shows it");
    }

    private String export() {
        Api.Answer answer = auditor.send(
                "POST",
                Paths.AUDIT + "/export",
                null,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
        answer.expect(200);
        assertTrue(answer.text().endsWith("\n"));
        return answer.text();
    }

    @Test
    void theTrailGoesOnAfterARestart() throws Exception {
        campus.student("20260001");
        campus.close();
        campus = CampusFixture.start(folder.resolve("node"));
        auditor = campus.open()
                .as(campus.open()
                        .post(Paths.SESSIONS, new SignIn("auditor", SECOND))
                        .as(SignedIn.class)
                        .token());
        campus.student("20260002");
        Path trail = folder.resolve("audit.jsonl");
        Files.writeString(trail, export());

        Verdict verdict = TrailFiles.check(trail, folder.resolve("node/" + CheckpointFile.NAME));

        assertTrue(
                verdict instanceof Verdict.Intact(long first, long last, long sealed) && first == 1 && last == sealed);
        long checkpoints = Files.readString(folder.resolve("node/" + CheckpointFile.NAME))
                .lines()
                .filter(line -> line.contains("checkpoint"))
                .count();
        assertTrue(checkpoints >= 2, "one when the node stopped, one for the export");
    }
}
