package org.seatside.cli.bench.node;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.seatside.client.NodeException;
import org.seatside.json.Json;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.Paths;
import org.seatside.server.ClusterKit;

/// Measures nodes that keep one log: what the one that leads takes, what another takes and hands on, and for how long
/// nothing is acknowledged when the leader is killed. Each node in a process of its own, all on this machine, in
/// folders that are removed afterwards.
///
/// @param nodes how many
/// @param connections numbers of connections to measure with, one after the other
/// @param kills how often to kill the leader
/// @param flags further flags for the JVM of each node
public record ReplicaLoad(
        int nodes,
        List<Integer> connections,
        int students,
        int kills,
        Duration warmUp,
        Duration time,
        List<String> flags) {
    private static final int SPARE_KIOSKS = 32;
    private static final String NODE = "org.seatside.server.NodeMain";
    private static final long LONGEST_GAP = Duration.ofSeconds(60).toNanos();

    /// Where check-ins go.
    public enum Subject {
        LEADER,
        FOLLOWER
    }

    /// What comes of it.
    public interface Report {
        void measured(Subject subject, Measured measured);

        /// @param gaps milliseconds from the last acknowledgement before a kill to the first after it, sorted
        void killed(List<Double> gaps);
    }

    /// Runs all measurements.
    ///
    /// @throws IOException where a process does not start or answers other than with success
    public void run(Report report) throws IOException {
        Path folder = Files.createTempDirectory("seatside-bench-replica");
        List<Member> members = new ArrayList<>();
        try {
            members.addAll(members(folder));
            start(members);
            CheckInRequests requests = LoadedCampus.enter(
                    members.getFirst().running().uri(),
                    members.getFirst().data(),
                    connections.stream().mapToInt(Integer::intValue).max().orElse(1) + SPARE_KIOSKS,
                    students,
                    true);
            measure(members, requests, report::measured);
            if (kills > 0) {
                report.killed(gaps(members, requests));
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        } catch (NodeException e) {
            throw new IOException("The campus could not be entered: " + e.getMessage(), e);
        } finally {
            for (Member member : members) {
                member.close();
            }
            NodeLoad.delete(folder);
        }
    }

    /// A node, whether it runs or not.
    private static final class Member {
        private final String id;
        private final Path data;
        private final Path config;
        private final Path log;
        private final List<String> flags;
        private volatile ServerProcess process;

        @SuppressWarnings("NullAway.Init") // started right after it is made
        Member(String id, Path folder, String address, Path kit, List<String> flags) throws IOException {
            this.id = id;
            this.flags = flags;
            data = folder.resolve(id);
            log = folder.resolve(id + ".log");
            config = Files.writeString(
                    folder.resolve(id + ".yaml"),
                    "data: \"" + escaped(data) + "\"\nhttp:\n  port: 0\ncluster:\n  address: \"" + address
                            + "\"\n  kit: \"" + escaped(kit) + "\"\n");
        }

        private static String escaped(Path path) {
            return path.toString().replace("\\", "\\\\");
        }

        Path data() {
            return data;
        }

        ServerProcess running() {
            return process;
        }

        void start() throws IOException {
            process = ServerProcess.start(NODE, flags, List.of("--config", config.toString()), log);
        }

        void close() {
            if (process != null) {
                process.close();
            }
        }
    }

    private List<Member> members(Path folder) throws IOException {
        List<ClusterKit.Node> known = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            known.add(new ClusterKit.Node("n" + i, "127.0.0.1:" + freePort(), false));
        }
        List<Member> members = new ArrayList<>();
        for (ClusterKit kit : ClusterKit.beginning(known, folder.resolve("keys"), Instant.now())) {
            Path file = folder.resolve(kit.self() + ".kit");
            kit.write(file);
            members.add(new Member(kit.self(), folder, known.get(members.size()).address(), file, flags));
        }
        return members;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// All at once: none is ready alone.
    private static void start(List<Member> members) throws IOException {
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> starting = new ArrayList<>();
            for (Member member : members) {
                starting.add(starts.submit(() -> {
                    member.start();
                    return member;
                }));
            }
            for (Future<?> each : starting) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw e.getCause() instanceof IOException io ? io : new IOException(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private void measure(List<Member> members, CheckInRequests requests, BiConsumer<Subject, Measured> each)
            throws IOException {
        for (int count : connections) {
            Member leader = leader(members);
            Member follower =
                    members.stream().filter(it -> it != leader).findFirst().orElse(leader);
            each.accept(Subject.LEADER, LoadGenerator.run(leader.running(), requests.over(count), count, warmUp, time));
            if (follower != leader) {
                each.accept(
                        Subject.FOLLOWER,
                        LoadGenerator.run(follower.running(), requests.over(count), count, warmUp, time));
            }
        }
    }

    private static Member leader(List<Member> members) throws IOException {
        Json json = new Json();
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (Member member : members) {
                URI list = member.running().uri().resolve(Paths.NODES);
                byte[] answer = http.send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofByteArray())
                        .body();
                if (json.read(answer, new TypeReference<List<NodeEntry>>() {}).stream()
                        .anyMatch(it -> it.id().equals(member.id) && it.leads())) {
                    return member;
                }
            }
            throw new IOException("No node leads");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /// One check-in after the other by a node that follows, while the one that leads is killed.
    private List<Double> gaps(List<Member> members, CheckInRequests requests) throws IOException {
        List<Double> gaps = new ArrayList<>();
        Requests one = requests.over(1);
        for (int round = 0; round < kills; round++) {
            Member leader = leader(members);
            Member other =
                    members.stream().filter(it -> it != leader).findFirst().orElse(leader);
            long last = IntStream.range(0, 50)
                    .mapToLong(_ -> acknowledged(other, one))
                    .max()
                    .orElse(0);
            leader.running().kill();
            gaps.add((acknowledged(other, one) - last) / 1e6);
            leader.start();
        }
        return gaps.stream().sorted().toList();
    }

    /// When a check-in was acknowledged at last.
    private static long acknowledged(Member node, Requests requests) {
        URI uri = node.running().uri();
        InetSocketAddress address = new InetSocketAddress(uri.getHost(), uri.getPort());
        byte[] request = requests.next(0);
        long end = System.nanoTime() + LONGEST_GAP;
        while (System.nanoTime() - end < 0) {
            try {
                Connection connection = new Connection(address);
                try (var _ = connection.channel()) {
                    connection.send(request);
                    while (!connection.receive()) {
                        LockSupport.parkNanos(100_000);
                    }
                    if (connection.isOk()) {
                        return System.nanoTime();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new UncheckedIOException(new IOException("Nothing was acknowledged for a minute"));
    }
}
