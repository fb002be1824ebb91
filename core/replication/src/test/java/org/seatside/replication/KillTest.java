package org.seatside.replication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.testkit.Seeds;

/// What was acknowledged outlives `kill -9`. The same checks must convict two bugs: acknowledging what is not in
/// the log yet, and trusting the view's file after a crash.
final class KillTest {
    private static final int KIOSKS = 4;
    private static final int WINDOW = 16;
    private static final int ROUNDS = Boolean.getBoolean("seatside.long") ? 300 : 10;

    private final Random random = new Random(Seeds.next());

    @TempDir
    private Path folder;

    @Test
    void whatWasAcknowledgedIsThereAfterEveryKill() throws Exception {
        Map<Integer, Set<Long>> acknowledged = Victim.nothing();
        for (int round = 1; round <= ROUNDS; round++) {
            Victim.runAndKill(Victim.command(folder, KIOSKS, WINDOW, "honest"), printed(), moment(), acknowledged);

            if (round % 5 == 0) {
                assertEquals(Findings.NONE, findings(folder, acknowledged), "round " + round);
            }
        }
        long count = acknowledged.values().stream().mapToLong(Set::size).sum();
        assertTrue(count > ROUNDS * 10L, "only " + count + " were acknowledged: the test killed too early");
    }

    @Test
    void theViewIsWhatTheLogSays() throws Exception {
        Map<Integer, Set<Long>> acknowledged = Victim.nothing();
        Victim.runAndKill(Victim.command(folder, KIOSKS, WINDOW, "honest"), printed(), moment(), acknowledged);
        Path copy = folder.resolve("copy");
        copy(folder.resolve("log"), copy.resolve("log"));

        String rebuilt = hash(folder);

        assertEquals(rebuilt, hash(folder), "the view as it was closed");
        assertEquals(rebuilt, hash(copy), "another view of the same log");
    }

    @Test
    void acknowledgingBeforeTheLogHasItIsCaught() throws Exception {
        Map<Integer, Set<Long>> acknowledged = Victim.nothing();
        int lost = 0;
        for (int round = 0; round < 5 && lost == 0; round++) {
            Victim.runAndKill(Victim.command(folder, KIOSKS, 4 * WINDOW, "early"), printed(), moment(), acknowledged);
            lost = findings(folder, acknowledged).lost();
        }

        assertTrue(lost > 0, "the bug was not seen");
    }

    /// The model of a torn file: the last rows are gone from the tables, the place in the log stands behind
    /// them. That is what was seen of H2 files after a kill, and what H2 opens without a word.
    @Test
    void trustingTheViewsFileAfterACrashIsCaught() throws Exception {
        Map<Integer, Set<Long>> acknowledged =
                Map.of(1, LongStream.rangeClosed(1, 40).boxed().collect(Collectors.toSet()));
        try (TestNode node = TestNode.start(folder)) {
            RaftCommandLogTest.append(node, 1, 40);
        }
        byte[] mark = Files.readAllBytes(folder.resolve("view/view.clean"));
        tear(folder.resolve("view"));
        Files.write(folder.resolve("view/view.clean"), mark);

        assertEquals(Findings.NONE, findings(folder, acknowledged), "a file that is not what its mark says is rebuilt");

        tear(folder.resolve("view"));
        Files.deleteIfExists(folder.resolve("view/view.clean"));

        assertEquals(Findings.NONE, findings(folder, acknowledged), "a file without a mark is rebuilt");

        tear(folder.resolve("view"));
        forgeMark(
                folder.resolve("view"),
                new String(mark, StandardCharsets.UTF_8).lines().findFirst().orElseThrow());

        assertEquals(new Findings(7, 0, 7), findings(folder, acknowledged), "the bug: the file is trusted");
    }

    private Path printed() {
        return folder.resolve("printed");
    }

    private Duration moment() {
        return Duration.ofMillis(50 + random.nextInt(500));
    }

    private static Findings findings(Path folder, Map<Integer, Set<Long>> acknowledged) throws Exception {
        try (TestNode node = TestNode.start(LogTorture.config(folder), folder)) {
            node.awaitReady();
            return Findings.of(node.home().stores().attendance(), acknowledged);
        }
    }

    private static String hash(Path folder) throws Exception {
        try (TestNode node = TestNode.start(folder)) {
            node.awaitReady();
            return node.home().stores().contentHash();
        }
    }

    private static void tear(Path view) throws Exception {
        try (Connection connection = open(view);
                Statement statement = connection.createStatement()) {
            assertEquals(7, statement.executeUpdate("delete from check_in where seq > 33"));
            assertEquals(
                    7,
                    statement.executeUpdate("delete from attendance where check_in not in (select id from check_in)"));
        }
    }

    private static void forgeMark(Path view, String schema) throws Exception {
        String term;
        String index;
        try (Connection connection = open(view);
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select term, log_index from applied")) {
            assertTrue(row.next());
            term = row.getString("term");
            index = row.getString("log_index");
        }
        byte[] sha = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(view.resolve("view.mv.db")));
        Files.write(
                view.resolve("view.clean"),
                List.of(schema, term, index, HexFormat.of().formatHex(sha)));
    }

    private static Connection open(Path view) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:h2:file:" + view.toAbsolutePath().resolve("view") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE",
                "sa",
                "");
    }

    static void copy(Path from, Path to) throws Exception {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else if (!String.valueOf(file.getFileName()).equals("in_use.lock")) {
                    Files.copy(file, target);
                }
            }
        }
    }
}
