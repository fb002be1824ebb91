package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignedIn;
import org.seatside.model.roster.Student;

/// F37: a node that has no memory left ends at once, as the launcher has it, rather than go on with threads missing;
/// what it acknowledged is there when it was started again.
final class OutOfMemoryTest {
    private static final List<String> AS_LAUNCHED = List.of("-XX:+ExitOnOutOfMemoryError", "-Xmx128m");
    private static final int MOST = 5_000;

    @TempDir
    private Path folder;

    @Test
    void aNodeWithoutMemoryEndsAndNothingAcknowledgedIsLost() throws Exception {
        Path config = Files.writeString(folder.resolve("node.yaml"), "data: " + folder.resolve("data") + "\n");
        Path archive = folder.resolve("archive");
        ChildNode full = ChildNode.start(FullHeapNodeMain.class, config, archive, AS_LAUNCHED);
        Api admin = signIn(full);
        Set<String> acknowledged = new TreeSet<>();

        add(admin, acknowledged, 20);
        Files.createFile(folder.resolve("fill"));
        add(admin, acknowledged, MOST);

        assertEquals(3, full.awaitEnd(Duration.ofSeconds(10)), "what the JVM ends with for want of memory");
        assertTrue(acknowledged.size() >= 20 && acknowledged.size() < MOST, acknowledged.size() + " acknowledged");
        long begun = System.nanoTime();
        ChildNode again = ChildNode.start(NodeMain.class, config, archive);
        assertTrue(System.nanoTime() - begun < Duration.ofSeconds(30).toNanos());
        Set<String> there = students(Api.at(again.uri()).as(admin.token()));
        assertTrue(again.stop());
        assertTrue(there.containsAll(acknowledged), "lost: " + missing(acknowledged, there));
    }

    private Api signIn(ChildNode node) throws IOException {
        Api open = Api.at(node.uri());
        String token = Files.readString(folder.resolve("data/setup-token")).strip();
        return open.as(open.post(Paths.SETUP, new Setup(token, "Admin", CampusFixture.PASSWORD))
                .as(SignedIn.class)
                .token());
    }

    /// Until the node is gone.
    private static void add(Api admin, Set<String> acknowledged, int most) {
        for (int i = 0; i < most; i++) {
            String number = "%08d".formatted(acknowledged.size());
            try {
                Api.Answer answer = admin.exchange(
                        "POST",
                        Paths.STUDENTS,
                        new NewStudent(number, "홍길동"),
                        Map.of("Idempotency-Key", UUID.randomUUID().toString()));
                if (answer.status() == 200) {
                    acknowledged.add(number);
                }
            } catch (IOException _) {
                return;
            }
        }
    }

    private static Set<String> students(Api admin) {
        Set<String> numbers = new TreeSet<>();
        String after = "";
        while (after != null) {
            Page<Student> page = admin.get(
                            Paths.STUDENTS + "?q=&limit=200" + (after.isEmpty() ? "" : "&after=" + after))
                    .as(new TypeReference<>() {});
            page.items().forEach(student -> numbers.add(student.number()));
            after = page.next();
        }
        return numbers;
    }

    private static Set<String> missing(Set<String> wanted, Set<String> there) {
        return wanted.stream().filter(number -> !there.contains(number)).collect(Collectors.toCollection(TreeSet::new));
    }
}
