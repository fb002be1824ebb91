package org.seatside.server;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.NodeEntry;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Kiosks that send without a pause and send again what was not answered, to another node where there are several,
/// while nodes are killed again and again: one, of three also two or all at once, often the one that leads.
final class KillRounds {
    private static final Logger LOG = LoggerFactory.getLogger(KillRounds.class);
    private static final int CLIENTS = 4;
    private static final int STUDENTS = 150;
    private static final int SHORTEST_LOAD = 60;
    private static final int LONGEST_LOAD = 500;

    private final Class<?> main;
    private final Path folder;
    private final int count;
    private final List<ChildNode> nodes = new ArrayList<>();
    private final List<Api> addresses = new ArrayList<>();
    private final Random random;
    private final Map<CheckInId, String> acknowledged = new ConcurrentHashMap<>();
    private final AtomicLong resent = new AtomicLong();
    private volatile boolean over;

    /// @param main class of the node to kill
    /// @param count of nodes that keep one log
    KillRounds(Class<?> main, Path folder, long seed, int count) throws IOException {
        this.main = main;
        this.folder = folder;
        this.count = count;
        this.random = new Random(seed);
        List<ClusterKit.Node> members = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            members.add(new ClusterKit.Node("n" + (i + 1), "127.0.0.1:" + freePort(), false));
        }
        List<ClusterKit> kits = ClusterKit.beginning(members, folder.resolve("keys"), Instant.now());
        for (int i = 0; i < count; i++) {
            int port = freePort();
            addresses.add(Api.at(URI.create("http://127.0.0.1:" + port)));
            String config = "data: " + data(i) + "\nhttp:\n  port: " + port + "\n";
            if (count > 1) {
                Path kit = folder.resolve(kits.get(i).self() + ".kit");
                kits.get(i).write(kit);
                config += "cluster:\n  address: " + members.get(i).address() + "\n  kit: " + kit + "\n";
            }
            Files.writeString(config(i), config);
        }
    }

    private Path data(int node) {
        return folder.resolve("data" + node);
    }

    private Path config(int node) {
        return folder.resolve("node" + node + ".yaml");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// What was found at the end.
    ///
    /// @param kills how often a node was killed
    /// @param lost acknowledged and not on record, at whichever node
    /// @param doubled check-ins on record twice, and students with two records of one visit
    /// @param firsts students who were told more than once that they are the first
    record Findings(
            int kills, int acknowledged, long resent, Set<CheckInId> lost, Set<Object> doubled, Set<StudentId> firsts) {
        boolean clean() {
            return lost.isEmpty() && doubled.isEmpty() && firsts.isEmpty();
        }
    }

    Findings run(int rounds) throws Exception {
        start(all());
        Api open = addresses.getFirst();
        Api admin = open.as(open.post(
                        Paths.SETUP,
                        new Setup(
                                Files.readString(data(0).resolve("setup-token")).strip(),
                                "Admin",
                                CampusFixture.PASSWORD))
                .as(SignedIn.class)
                .token());
        Room room = admin.post(Paths.ROOMS, new NewRoom("Hall", "", "", null)).as(Room.class);
        IntStream.range(0, STUDENTS)
                .forEach(i -> admin.post(Paths.STUDENTS, new NewStudent(number(i), "홍길동"))
                        .expect(200));
        Kiosks kiosk = Kiosks.pair(admin, "Seat", room.id());
        String token = String.valueOf(kiosk.signIn(open).token());
        if (count == 1) {
            nodes.getFirst().stop(); // cleanly, once: what the JVM loaded is kept for the starts to come
            start(all());
        }
        int kills = 0;
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Future<?>> running = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                Kiosks outbox = new Kiosks(kiosk.id(), kiosk.key(), i + 1, new AtomicLong());
                long seed = random.nextLong();
                running.add(clients.submit(() -> send(token, outbox, new Random(seed))));
            }
            try {
                for (int round = 0; round < rounds; round++) {
                    kills += killSome();
                }
            } finally {
                over = true; // the clients would else go on, and be waited for
            }
            for (Future<?> client : running) {
                client.get();
            }
            awaitSame(admin);
            return findings(kills, admin.token());
        } finally {
            over = true;
            for (ChildNode node : nodes) {
                node.stop();
            }
        }
    }

    private int killSome() throws Exception {
        LockSupport.parkNanos(1_000_000L * random.nextInt(SHORTEST_LOAD, LONGEST_LOAD));
        Set<Integer> victims = victims();
        for (int victim : victims) {
            nodes.get(victim).kill();
        }
        if (count > 1) {
            // The others go on meanwhile, where they are enough.
            LockSupport.parkNanos(1_000_000L * random.nextInt(LONGEST_LOAD));
        }
        start(victims);
        return victims.size();
    }

    private Set<Integer> all() {
        return IntStream.range(0, count).boxed().collect(Collectors.toSet());
    }

    /// Who is killed next: one, mostly the leader; now and then two; now and then all.
    private Set<Integer> victims() {
        if (count == 1) {
            return Set.of(0);
        }
        int die = random.nextInt(10);
        if (die == 0) {
            return all();
        }
        int leader = leader().orElse(0);
        int other = (leader + 1 + random.nextInt(count - 1)) % count;
        return die == 1 ? Set.of(leader, other) : die < 7 ? Set.of(leader) : Set.of(other);
    }

    private Optional<Integer> leader() {
        for (int i = 0; i < count; i++) {
            try {
                String self = "n" + (i + 1);
                Api.Answer answer = addresses.get(i).exchange("GET", Paths.NODES, null, Map.of());
                if (answer.status() == 200
                        && answer.as(new TypeReference<List<NodeEntry>>() {}).stream()
                                .anyMatch(node -> node.id().equals(self) && node.leads())) {
                    return Optional.of(i);
                }
            } catch (IOException _) {
                LOG.debug("{} is not there at the moment", i);
            }
        }
        return Optional.empty();
    }

    /// Starts nodes at once: of several, none is ready alone.
    private void start(Set<Integer> which) throws Exception {
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            Map<Integer, Future<ChildNode>> starting = new TreeMap<>();
            for (int node : which) {
                Path archive = folder.resolve(count == 1 ? "node.jsa" : "node" + node + ".jsa");
                starting.put(node, starts.submit(() -> ChildNode.start(main, config(node), archive)));
            }
            for (Map.Entry<Integer, Future<ChildNode>> each : starting.entrySet()) {
                ChildNode started = each.getValue().get();
                if (each.getKey() < nodes.size()) {
                    nodes.set(each.getKey(), started);
                } else {
                    nodes.add(started);
                }
            }
        }
    }

    /// What was applied before a room that every node has is at every node.
    private void awaitSame(Api admin) {
        Room last = await().atMost(Duration.ofSeconds(60))
                .ignoreExceptions()
                .until(
                        () -> admin.post(Paths.ROOMS, new NewRoom("Last", "", "", null))
                                .as(Room.class),
                        Objects::nonNull);
        for (Api node : addresses) {
            await().atMost(Duration.ofSeconds(60))
                    .ignoreExceptions()
                    .until(() -> node.as(admin.token())
                            .get(Paths.ROOMS)
                            .as(new TypeReference<Page<Room>>() {})
                            .items()
                            .contains(last));
        }
    }

    private static String number(int student) {
        return "2023%04d".formatted(student);
    }

    private void send(String token, Kiosks outbox, Random students) {
        int node = students.nextInt(count);
        while (!over) {
            CheckIn checkIn = outbox.checkIn(number(students.nextInt(STUDENTS)));
            while (!acknowledged(addresses.get(node).as(token), checkIn) && !over) {
                resent.incrementAndGet();
                node = (node + 1) % count;
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

    private Findings findings(int kills, @Nullable String token) {
        Set<CheckInId> lost = new HashSet<>();
        Set<Object> doubled = new HashSet<>();
        Set<StudentId> firsts = new HashSet<>();
        for (Api node : addresses) {
            look(node.as(token), lost, doubled, firsts);
        }
        return new Findings(kills, acknowledged.size(), resent.get(), lost, doubled, firsts);
    }

    private void look(Api admin, Set<CheckInId> lost, Set<Object> doubled, Set<StudentId> firsts) {
        Map<CheckInId, CheckInEvent> events = new HashMap<>();
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
        acknowledged.keySet().stream().filter(id -> !events.containsKey(id)).forEach(lost::add);
        events.values().stream()
                .filter(event -> acknowledged.containsKey(event.id()) && !recorded.contains(event.student()))
                .forEach(event -> lost.add(event.id()));
        Set<StudentId> told = new HashSet<>();
        acknowledged.forEach((id, outcome) -> {
            CheckInEvent event = events.get(id);
            if (outcome.equals("Present") && event != null && event.student() != null && !told.add(event.student())) {
                firsts.add(event.student());
            }
        });
    }
}
