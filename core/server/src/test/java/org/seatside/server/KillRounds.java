package org.seatside.server;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;

/// Kiosks that send without a pause and send again what was not answered, while the node is killed again and again.
final class KillRounds {
    private static final int CLIENTS = 4;
    private static final int STUDENTS = 150;
    private static final int SHORTEST_LOAD = 60;
    private static final int LONGEST_LOAD = 500;

    private final Class<?> main;
    private final Path folder;
    private final Path config;
    private final Random random;
    private final Map<CheckInId, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong resent = new AtomicLong();
    private volatile boolean over;

    /// @param main class of the node to kill
    KillRounds(Class<?> main, Path folder, long seed) throws IOException {
        this.main = main;
        this.folder = folder;
        this.random = new Random(seed);
        config = folder.resolve("node.yaml");
        Files.writeString(config, "data: " + folder.resolve("data") + "\nhttp:\n  port: " + freePort() + "\n");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// What was found at the end.
    ///
    /// @param lost acknowledged and not on record
    /// @param doubled check-ins on record twice, and students with two records of one visit
    /// @param firsts students who were told more than once that they are the first
    record Findings(int acknowledged, long resent, Set<CheckInId> lost, Set<Object> doubled, Set<StudentId> firsts) {
        boolean clean() {
            return lost.isEmpty() && doubled.isEmpty() && firsts.isEmpty();
        }
    }

    Findings run(int rounds) throws Exception {
        ChildNode node = start();
        Api open = Api.at(node.uri());
        Api admin = open.as(open.post(
                        Paths.SETUP,
                        new Setup(
                                Files.readString(folder.resolve("data/setup-token"))
                                        .strip(),
                                "Admin",
                                CampusFixture.PASSWORD))
                .as(SignedIn.class)
                .token());
        Room room = admin.post(Paths.ROOMS, new NewRoom("Hall", "", "", null)).as(Room.class);
        IntStream.range(0, STUDENTS)
                .forEach(i -> admin.post(Paths.STUDENTS, new NewStudent(number(i), "홍길동"))
                        .expect(200));
        Kiosks kiosk = Kiosks.pair(admin, "Seat", room.id());
        Api asKiosk = kiosk.signIn(open);
        node.stop(); // cleanly, once: what the JVM loaded is kept for the starts to come
        node = start();
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Kiosks outbox = new Kiosks(kiosk.id(), kiosk.key(), i + 1, new AtomicLong());
                long seed = random.nextLong();
                running.add(clients.submit(() -> send(asKiosk, outbox, new Random(seed))));
            }
            for (int round = 0; round < rounds; round++) {
                LockSupport.parkNanos(1_000_000L * random.nextInt(SHORTEST_LOAD, LONGEST_LOAD));
                node.kill();
                node = start();
            }
            over = true;
            for (Future<?> client : running) {
                client.get();
            }
            return findings(admin);
        } finally {
            over = true;
            node.stop();
        }
    }

    private ChildNode start() throws IOException {
        return ChildNode.start(main, config, folder.resolve("node.jsa"));
    }

    private static String number(int student) {
        return "2023%04d".formatted(student);
    }

    private void send(Api asKiosk, Kiosks outbox, Random students) {
        while (!over) {
            CheckIn checkIn = outbox.checkIn(number(students.nextInt(STUDENTS)));
            for (boolean first = true; !acknowledged(asKiosk, checkIn); first = false) {
                if (!first) {
                    resent.incrementAndGet();
                }
                LockSupport.parkNanos(20_000_000);
            }
        }
    }

    private boolean acknowledged(Api asKiosk, CheckIn checkIn) {
        try {
            Api.Answer answer = asKiosk.exchange("POST", Paths.CHECK_INS, checkIn, Map.of());
            if (answer.status() != 200) {
                return false;
            }
            acknowledged.put(checkIn.id(), answer.as(Receipt.class).outcome().kind());
            return true;
        } catch (IOException _) {
            return false;
        }
    }

    private Findings findings(Api admin) {
        Map<CheckInId, CheckInEvent> events = new HashMap<>();
        Set<Object> doubled = new HashSet<>();
        String after = "";
        while (true) {
            Page<CheckInEvent> page =
                    admin.get(Paths.CHECK_INS + "?limit=1000&after=" + after).as(new TypeReference<>() {});
            for (CheckInEvent event : page.items()) {
                if (events.put(event.id(), event) != null) {
                    doubled.add(event.id());
                }
            }
            if (page.items().isEmpty() || page.next() == null) {
                break;
            }
            after = page.next();
        }
        Set<StudentId> recorded = new HashSet<>();
        for (Attendance attendance : admin.get(Paths.ATTENDANCE).as(new TypeReference<List<Attendance>>() {})) {
            if (!recorded.add(attendance.student())) {
                doubled.add(attendance.student());
            }
        }
        Set<CheckInId> lost = new HashSet<>(acknowledged.keySet());
        lost.removeAll(events.keySet());
        events.values().stream()
                .filter(event -> acknowledged.containsKey(event.id()) && !recorded.contains(event.student()))
                .forEach(event -> lost.add(event.id()));
        Set<StudentId> told = new HashSet<>();
        Set<StudentId> firsts = new HashSet<>();
        acknowledged.forEach((id, outcome) -> {
            CheckInEvent event = events.get(id);
            if (outcome.equals("Present") && event != null && event.student() != null && !told.add(event.student())) {
                firsts.add(event.student());
            }
        });
        return new Findings(acknowledged.size(), resent.get(), lost, doubled, firsts);
    }
}
