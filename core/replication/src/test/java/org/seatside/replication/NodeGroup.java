package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.seatside.service.log.CommandLog;

/// Nodes that keep one log, in one process over loopback, each in a folder of its own.
final class NodeGroup implements AutoCloseable {
    private static final Duration SOON = Duration.ofSeconds(60);

    private final Path folder;
    private final RaftConfig.Snapshots snapshots;
    private final Map<String, RaftConfig.Group> groups = new LinkedHashMap<>();
    private final Map<String, TestNode> nodes = new LinkedHashMap<>();

    NodeGroup(Path folder, RaftConfig.Snapshots snapshots) {
        this.folder = folder;
        this.snapshots = snapshots;
    }

    /// Names and addresses of nodes that begin a log together.
    void begin(String... ids) throws IOException {
        List<RaftConfig.Peer> peers = new ArrayList<>();
        for (String id : ids) {
            peers.add(peer(id));
        }
        for (RaftConfig.Peer peer : peers) {
            List<RaftConfig.Peer> others =
                    peers.stream().filter(other -> !other.equals(peer)).toList();
            groups.put(peer.id(), new RaftConfig.Group(peer, others, false, null));
            start(peer.id());
        }
    }

    /// A new node that the others take in.
    TestNode join(String id) throws IOException {
        List<RaftConfig.Peer> others =
                groups.values().stream().map(RaftConfig.Group::self).toList();
        groups.put(id, new RaftConfig.Group(peer(id), others, true, null));
        return start(id);
    }

    TestNode start(String id) throws IOException {
        RaftConfig.Group group = Objects.requireNonNull(groups.get(id));
        TestNode node = TestNode.start(
                RaftConfig.of(folder.resolve(id).resolve("log"), group).with(snapshots), folder.resolve(id));
        nodes.put(id, node);
        return node;
    }

    void stop(String id) {
        node(id).close();
        nodes.remove(id);
    }

    void forget(String id) {
        groups.remove(id);
    }

    TestNode node(String id) {
        return Objects.requireNonNull(nodes.get(id));
    }

    String leader() {
        return await().atMost(SOON)
                .until(
                        () -> nodes.entrySet().stream()
                                .filter(node -> node.getValue().log().leads())
                                .map(Map.Entry::getKey)
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    List<String> followers() {
        String leader = leader();
        return nodes.keySet().stream().filter(id -> !id.equals(leader)).toList();
    }

    /// Appends through one node, which need not lead.
    ///
    /// @return place of the last in the log
    long append(String id, int kiosk, int from, int to) throws Exception {
        TestNode node = node(id);
        node.awaitReady();
        long index = 0;
        for (int seq = from; seq <= to; seq++) {
            CommandLog.Applied applied =
                    node.log().append(CheckIns.command(kiosk, seq)).get(20, TimeUnit.SECONDS);
            index = applied.index();
        }
        return index;
    }

    /// Each running node's state, once it has the entry.
    List<String> states(long index) throws InterruptedException {
        for (TestNode node : nodes.values()) {
            assertTrue(node.log().waitFor(index, SOON));
        }
        return nodes.values().stream()
                .map(node -> node.home().stores().contentHash())
                .distinct()
                .toList();
    }

    long highWater(String id, int kiosk) {
        return node(id).home().stores().attendance().highWater(CheckIns.kiosk(kiosk), CheckIns.EPOCH);
    }

    private static RaftConfig.Peer peer(String id) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return new RaftConfig.Peer(id, "127.0.0.1:" + socket.getLocalPort(), false);
        }
    }

    @Override
    public void close() {
        nodes.values().forEach(TestNode::close);
    }
}
