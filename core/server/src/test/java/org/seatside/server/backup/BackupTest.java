package org.seatside.server.backup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Student;
import org.seatside.replication.RaftCommandLog;
import org.seatside.replication.RaftConfig;
import org.seatside.service.log.AttendanceStateMachine;
import org.seatside.service.log.Change;
import org.seatside.service.log.Command;
import org.seatside.storage.H2ViewHome;
import org.seatside.testkit.FakeClock;
import org.seatside.testkit.Seeds;

final class BackupTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    @TempDir
    private Path folder;

    private final FakeClock clock = new FakeClock(NOW);
    private Path data;
    private Path target;
    private Path passphrase;
    private H2ViewHome home;
    private RaftCommandLog log;
    private Backups backups;

    @BeforeEach
    void open() throws Exception {
        data = Files.createDirectories(folder.resolve("node"));
        target = folder.resolve("backups");
        passphrase = Files.writeString(folder.resolve("passphrase"), "a passphrase kept elsewhere\n");
        Files.writeString(data.resolve("institution"), "00112233445566778899aabbccddeeff\n");
        home = new H2ViewHome(data.resolve("view"), new AttendanceStateMachine());
        log = RaftCommandLog.start(RaftConfig.alone(data.resolve("log")), home);
        while (!log.readiness().ready()) {
            Thread.onSpinWait();
        }
        backups = new Backups(
                data, new BackupConfig(target, passphrase, Duration.ofHours(1), 2), log, home.stores(), clock);
    }

    @AfterEach
    void close() {
        log.close();
        home.close();
    }

    private CompletableFuture<?> append(int number) {
        Student student = new Student(new StudentId(new UUID(7, number)), "%08d".formatted(number), "학생", true);
        return log.append(new Command(new CommandId(new UUID(8, number)), NOW, "me", new Change.SaveStudent(student)));
    }

    private List<Path> written() throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            return files.sorted().toList();
        }
    }

    /// F35: what was acknowledged before a backup began is in it, whatever comes meanwhile, and it restores to
    /// exactly the state it says.
    @Test
    void backupsMadeWhileCommandsComeInRestoreToTheStateTheySay() throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        AtomicBoolean enough = new AtomicBoolean();
        Thread writer = Thread.ofPlatform().start(() -> {
            for (int i = 0; !enough.get(); i++) {
                append(i).join();
                acknowledged.set(i + 1);
            }
        });
        for (int round = 0; round < 4; round++) {
            int before = acknowledged.get();
            backups.writeIfDue();
            backups.writeIfDue(); // not due any more
            Path newest = written().getLast();
            Path into = folder.resolve("drill" + round);

            Drill.run(newest, passphrase, into);

            try (H2ViewHome restored = new H2ViewHome(into.resolve("view"), new AttendanceStateMachine());
                    var view = restored.openClean().orElseThrow()) {
                assertTrue(view.position().index() > 0);
                assertTrue(
                        before == 0
                                || restored.stores()
                                        .roster()
                                        .studentByNumber("%08d".formatted(before - 1))
                                        .isPresent(),
                        "acknowledged before, and lost");
            }
            assertEquals(Math.min(round + 1, 2), written().size(), "the newest two are kept");
            clock.advance(Duration.ofHours(2));
        }
        enough.set(true);
        writer.join();
        assertFalse(Files.exists(data.resolve("backup-copy")));
    }

    @Test
    void wrongPassphraseTornOrChangedBackupsAreRefusedAndLeaveNothing() throws Exception {
        for (int i = 0; i < 200; i++) {
            append(i).join();
        }
        backups.writeIfDue();
        Path backup = written().getLast();
        byte[] whole = Files.readAllBytes(backup);
        Random random = new Random(Seeds.next());

        Path wrong = Files.writeString(folder.resolve("wrong"), "another passphrase altogether\n");
        assertTrue(refusal(backup, wrong).contains("passphrase is not the one"));
        assertTrue(
                refusal(backup, Files.writeString(folder.resolve("short"), "x")).contains("fewer than 20"));
        assertTrue(refusal(Files.writeString(folder.resolve("none"), "no backup"), passphrase)
                .contains("no backup"));
        Path bad = folder.resolve("bad");
        for (int i = 0; i < 6; i++) {
            Files.write(bad, Arrays.copyOf(whole, i == 0 ? whole.length - 1 : random.nextInt(30, whole.length)));
            refusal(bad, passphrase);
            byte[] flipped = whole.clone();
            flipped[random.nextInt(whole.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(bad, flipped);
            refusal(bad, passphrase);
        }
        Files.write(bad, Arrays.copyOf(whole, whole.length + 1));
        refusal(bad, passphrase);

        Path full = Files.createDirectories(folder.resolve("full"));
        Files.writeString(full.resolve("mine"), "mine");
        assertThrows(IOException.class, () -> Backup.restore(backup, passphrase, full));
        assertEquals("mine", Files.readString(full.resolve("mine")));

        Path into = folder.resolve("good");
        Backup.Manifest manifest = Backup.restore(backup, passphrase, into);
        assertEquals(home.stores().contentHash(), manifest.stateHash());
        assertEquals(Files.readString(data.resolve("institution")), Files.readString(into.resolve("institution")));
    }

    @Test
    void backupsGoWhenTheyAreOlderThanTheyAreKeptAndTheNewestStays() throws Exception {
        Backups kept = new Backups(
                data,
                new BackupConfig(target, passphrase, Duration.ofHours(1), null, Duration.ofHours(3)),
                log,
                home.stores(),
                clock);
        for (int hour = 0; hour < 4; hour++) {
            kept.writeIfDue();
            clock.advance(Duration.ofHours(1));
        }
        assertEquals(4, written().size(), "three hours old is not older than three hours");
        Path oldest = written().getFirst();

        kept.writeIfDue();

        assertEquals(4, written().size());
        assertFalse(written().contains(oldest));
        clock.advance(Duration.ofDays(30));
        Path before = written().getLast();
        kept.writeIfDue();
        assertEquals(1, written().size(), "a month without a backup leaves the new one");
        assertFalse(written().contains(before));
    }

    /// The seeded bug: a drill that restored another state must say so.
    @Test
    void drillFindsABackupOfAnotherState() throws Exception {
        append(1).join();
        Path copy = folder.resolve("copy");
        log.copyTo(copy, home.stores().stateHash().index());
        Path backup = folder.resolve("lying.backup");
        Map<String, Path> files = Backup.below(copy, "log/");
        SealKey key = SealKey.of(passphrase, new byte[SealKey.SALT]);
        Backup.write(backup, key, new Backup.Manifest(NOW, 1, "0".repeat(64)), files);

        IOException found =
                assertThrows(IOException.class, () -> Drill.run(backup, passphrase, folder.resolve("drill")));

        assertTrue(String.valueOf(found.getMessage()).contains("another state"), found.toString());
    }

    private String refusal(Path backup, Path with) throws IOException {
        Path into = folder.resolve("into");
        IOException refused = assertThrows(IOException.class, () -> Backup.restore(backup, with, into));
        try (Stream<Path> left = Files.list(into)) {
            assertEquals(List.of(), left.toList(), "something was left");
        }
        return String.valueOf(refused.getMessage());
    }
}
