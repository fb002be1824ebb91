package org.seatside.cli.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.client.AttendanceFilter;
import org.seatside.client.DeviceKey;
import org.seatside.client.KioskLink;
import org.seatside.client.LinkStatus;
import org.seatside.client.outbox.Outbox;
import org.seatside.json.Json;
import org.seatside.kiosk.checkin.CampusRules;
import org.seatside.kiosk.checkin.CheckInDesk;
import org.seatside.kiosk.checkin.Decision;
import org.seatside.kiosk.launch.LinkedLine;
import org.seatside.model.api.Enrolment;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.Ids;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Student;
import org.seatside.testkit.JarredClassPath;
import org.seatside.testkit.Seeds;

/// The kiosk's desk, outbox and link against a node in its own process that is killed with SIGKILL again and
/// again: twelve times in every run, three hundred with `-Dseatside.long=true`.
class KillNodeTest {
    private static final int ROUNDS = Boolean.getBoolean("seatside.long") ? 300 : 12;
    private static final int CHECK_INS_A_ROUND = 4;

    @TempDir
    static Path shared;

    @TempDir
    Path folder;

    private SampleNode node;
    private SampleNode.Open open;
    private Outbox outbox;
    private KioskLink link;
    private CheckInDesk desk;
    private final List<Student> students = new ArrayList<>();
    private final Map<CheckInId, String> said = new HashMap<>();

    /// Starts are most of this suite's time: the first one, which ends in peace, makes the others fast.
    @BeforeAll
    static void aCacheForTheStarts() throws Exception {
        Path first = Files.createDirectory(shared.resolve("first"));
        try (SampleNode once = new SampleNode(first, 0, startCache())) {
            once.open();
        }
    }

    private static Optional<StartCache> startCache() throws IOException {
        Path jars = Files.createDirectories(shared.resolve("jars"));
        return Optional.of(new StartCache(shared.resolve("node.aot"), JarredClassPath.in(jars)));
    }

    @BeforeEach
    void aCampusWithAPairedKiosk() throws Exception {
        node = new SampleNode(folder, freePort(), startCache());
        open = node.open();
        addStudents(ROUNDS * CHECK_INS_A_ROUND);
        InstantSource clock = InstantSource.system();
        SecureRandom random = new SecureRandom();
        Json json = new Json();
        Path kiosk = folder.resolve("kiosk");
        outbox = Outbox.open(kiosk.resolve("outbox"), json, clock, random);
        DeviceKey key = DeviceKey.at(kiosk.resolve("device.key"));
        link = new KioskLink(List.of(open.uri()), kiosk, key, outbox, "test", json, clock);
        link.pair(SampleNode.inviteKiosk(open).code());
        link.refreshProvision();
        link.start(() -> "RUNNING");
        desk = new CheckInDesk(
                () -> link.provision().map(CampusRules::of),
                new LinkedLine(outbox, link),
                new Ids(clock, random),
                clock);
    }

    @AfterEach
    void stop() throws Exception {
        link.close();
        outbox.close();
        node.close();
    }

    @Test
    void nothingAcknowledgedIsLostAndNothingIsThereTwice() throws Exception {
        RandomGenerator random = new SplittableRandom(Seeds.next());
        for (int round = 0; round < ROUNDS; round++) {
            awaitLink();
            CompletableFuture<Void> killed = killAfter(random.nextInt(150));
            for (Student student : students.subList(round * CHECK_INS_A_ROUND, (round + 1) * CHECK_INS_A_ROUND)) {
                checkIn(student);
            }
            killed.join();
            node.process().restart();
            node.process().awaitReady();
        }
        awaitLink();

        assertEquals(Set.of(), lost(), "each check-in the kiosk recorded is stored, once");
        assertEquals(List.of(), outbox.refused(), "the node refused none");
        for (Student student : students) {
            assertEquals(1, records(student.id()), "one record for each student");
        }
        long offline = said.values().stream().filter("RecordedOffline"::equals).count();
        long online = said.values().stream().filter("Present"::equals).count();
        System.getLogger("test").log(System.Logger.Level.INFO, "{0} online, {1} offline", online, offline);
        assertTrue(offline >= ROUNDS / 2, "the node really was away: " + offline);
        assertTrue(online > 0, "and it really was there: " + online);
        assertEquals(said.size(), offline + online);
    }

    /// The bug this suite must catch: an acknowledgement before the log is flushed. What a power cut would then
    /// take is taken from the end of the log by hand.
    @Test
    void acknowledgingBeforeTheLogIsFlushedWouldBeSeen() throws Exception {
        awaitLink();
        for (Student student : students.subList(0, 20)) {
            checkIn(student);
        }
        assertEquals(Set.of(), lost());
        node.process().kill();

        cutTail(folder.resolve("node").resolve("log"), 1_000);
        node.process().restart();
        node.process().awaitReady();

        assertNotEquals(Set.of(), lost());
    }

    /// What was acknowledged to the kiosk, or waits to be, and is not in the node's store.
    private Set<CheckInId> lost() throws Exception {
        Set<CheckInId> missing = new HashSet<>(said.keySet());
        missing.removeAll(stored().keySet());
        return missing;
    }

    /// Zeroes the last bytes that were written to the open segment, as if they had not reached the disk.
    private static void cutTail(Path log, int bytes) throws IOException {
        try (Stream<Path> files = Files.walk(log)) {
            Path open = files.filter(file -> file.getFileName().toString().startsWith("log_inprogress"))
                    .findFirst()
                    .orElseThrow();
            byte[] content = Files.readAllBytes(open);
            int end = content.length;
            while (content[end - 1] == 0) {
                end--;
            }
            Arrays.fill(content, end - bytes, end, (byte) 0);
            Files.write(open, content);
        }
    }

    private void awaitLink() {
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofMillis(20))
                .until(() -> link.status().state() == LinkStatus.State.READY && outbox.waiting() == 0);
    }

    private CompletableFuture<Void> killAfter(int millis) {
        ProcessHandle process = ProcessHandle.of(node.process().pid()).orElseThrow();
        return CompletableFuture.runAsync(
                process::destroyForcibly, CompletableFuture.delayedExecutor(millis, TimeUnit.MILLISECONDS));
    }

    private void checkIn(Student student) throws InterruptedException {
        Decision decision = desk.scanned(student.number(), () -> {});
        said.put(decision.checkIn(), decision.outcome().kind());
    }

    private void addStudents(int count) throws Exception {
        List<StudentId> ids = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Student student = open.client()
                    .addStudent(
                            new NewStudent("%08d".formatted(30_000_000 + i), "학생 " + i),
                            open.client().newCommand());
            students.add(student);
            ids.add(student.id());
        }
        open.client()
                .enrol(
                        open.client().sections(null).items().getFirst().id(),
                        new Enrolment(ids),
                        open.client().newCommand());
    }

    /// Every event, failing where an id is there twice.
    private Map<CheckInId, CheckInEvent> stored() throws Exception {
        Map<CheckInId, CheckInEvent> events = new HashMap<>();
        String after = null;
        do {
            Page<CheckInEvent> page = open.client().checkIns(after, 200);
            for (CheckInEvent event : page.items()) {
                assertEquals(null, events.put(event.id(), event), "stored twice: " + event.id());
            }
            after = page.next();
        } while (after != null);
        return events;
    }

    private int records(StudentId student) throws Exception {
        Instant now = Instant.now();
        return open.client()
                .attendance(new AttendanceFilter(
                        student, null, now.minus(Duration.ofDays(1)), now.plus(Duration.ofDays(1))))
                .size();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
