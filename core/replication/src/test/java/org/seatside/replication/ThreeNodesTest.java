package org.seatside.replication;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.service.log.CommandLog;

/// Three nodes that keep one log, in one process over loopback.
final class ThreeNodesTest {
    private static final int NODES = 3;

    private final List<TestNode> nodes = new ArrayList<>();

    @TempDir
    private Path folder;

    @AfterEach
    void close() {
        nodes.forEach(TestNode::close);
    }

    @Test
    void allHaveTheSameStateAlsoAfterTheLeaderIsGone() throws Exception {
        List<RaftConfig.Peer> peers = peers();
        for (RaftConfig.Peer peer : peers) {
            Path own = folder.resolve(peer.id());
            RaftConfig alone = RaftConfig.alone(own.resolve("log"));
            RaftConfig config = new RaftConfig(
                    alone.folder(), peer.id(), peers, Duration.ofSeconds(10), alone.freeSpace(), alone.snapshots());
            nodes.add(TestNode.start(config, own));
        }
        TestNode first = leader();
        long index = append(first, 1, 200);
        assertEquals(1, hashes(index).stream().distinct().count());

        nodes.remove(first);
        first.close();
        index = append(leader(), 2, 200);

        assertEquals(2, nodes.size());
        assertEquals(1, hashes(index).stream().distinct().count());
        assertEquals(200, nodes.getFirst().home().stores().attendance().highWater(CheckIns.kiosk(1), CheckIns.EPOCH));
    }

    private List<String> hashes(long index) throws InterruptedException {
        for (TestNode node : nodes) {
            assertTrue(node.log().waitFor(index, Duration.ofSeconds(20)));
        }
        return nodes.stream().map(node -> node.home().stores().contentHash()).toList();
    }

    private static long append(TestNode node, int kiosk, int count) throws Exception {
        long index = 0;
        for (int seq = 1; seq <= count; seq++) {
            CommandLog.Applied applied =
                    node.log().append(CheckIns.command(kiosk, seq)).get(20, TimeUnit.SECONDS);
            index = applied.index();
        }
        return index;
    }

    private TestNode leader() {
        return await().atMost(Duration.ofSeconds(60))
                .until(
                        () -> nodes.stream()
                                .filter(node -> node.log().readiness().ready())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private static List<RaftConfig.Peer> peers() throws IOException {
        List<RaftConfig.Peer> peers = new ArrayList<>();
        List<ServerSocket> held = new ArrayList<>();
        for (int n = 1; n <= NODES; n++) {
            ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
            held.add(socket);
            peers.add(new RaftConfig.Peer("n" + n, "127.0.0.1:" + socket.getLocalPort()));
        }
        for (ServerSocket socket : held) {
            socket.close();
        }
        return peers;
    }
}
