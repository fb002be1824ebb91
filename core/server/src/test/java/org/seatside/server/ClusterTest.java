package org.seatside.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.KioskState;
import org.seatside.model.api.KioskView;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.NodeStatus;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.roster.Room;

/// Nodes of one campus that keep one log, over TLS as they do it in the field, in one process over loopback.
final class ClusterTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private final List<Node> nodes = new ArrayList<>();

    @AfterEach
    void close() {
        nodes.forEach(Node::close);
    }

    @Test
    void threeNodesHoldOneCampusAndAnyTakesCheckIns() throws Exception {
        startThree();
        Api admin = setUp(0);
        Room room = admin.post(Paths.ROOMS, new NewRoom("Hall", "", "", null)).as(Room.class);
        admin.post(Paths.STUDENTS, new NewStudent("20251678", "홍길동")).expect(200);
        Kiosks kiosk = Kiosks.pair(admin, "Seat", room.id());

        List<String> outcomes = new ArrayList<>();
        for (Node node : nodes) {
            Api asKiosk = kiosk.signIn(Api.at(node.baseUri()));
            CheckIn checkIn = kiosk.checkIn("20251678");
            asKiosk.post(Paths.CHECK_INS, checkIn).expect(200);
            outcomes.add(asKiosk.post(Paths.CHECK_INS, checkIn)
                    .as(Receipt.class)
                    .outcome()
                    .kind());
        }

        assertEquals(List.of("Present", "AlreadyRecorded", "AlreadyRecorded"), outcomes);
        for (Node node : nodes) {
            Api there = Api.at(node.baseUri()).as(String.valueOf(admin.token()));
            await().atMost(SOON)
                    .until(() -> there.get(Paths.CHECK_INS + "?limit=10")
                                    .as(new TypeReference<Page<CheckInEvent>>() {})
                                    .items()
                                    .size()
                            == 3);
        }
    }

    @Test
    void eachKnowsTheOthersAndNobodyHearsOfOneThatEnded() throws Exception {
        startThree();
        Api admin = setUp(0);
        for (Node node : nodes) {
            await().atMost(SOON).until(() -> entries(node).size() == 3);
        }
        assertEquals(
                1, entries(nodes.getFirst()).stream().filter(NodeEntry::leads).count());

        Node ended = nodes.removeLast();
        String name = entries(ended).stream()
                .filter(it -> it.address().equals(ended.baseUri().toString()))
                .map(NodeEntry::id)
                .findFirst()
                .orElseThrow();
        ended.close();

        await().atMost(SOON)
                .until(() -> entries(nodes.getFirst()).stream()
                        .noneMatch(it -> it.id().equals(name)));
        admin.delete(Paths.NODES + "/" + name).expect(204);
        assertEquals(2, admin.get(Paths.NODE).as(NodeStatus.class).members().size());
    }

    @Test
    void aKioskThatSpeaksToOneNodeIsSeenAtTheOthers() throws Exception {
        startThree();
        Api admin = setUp(0);
        Room room = admin.post(Paths.ROOMS, new NewRoom("Hall", "", "", null)).as(Room.class);
        Kiosks kiosk = Kiosks.pair(admin, "Seat", room.id());

        kiosk.signIn(Api.at(nodes.getLast().baseUri()))
                .put(Paths.KIOSK_SELF + "/state", new KioskState("1", "RUNNING", 3, 0, 12L, 1L))
                .expect(200);

        await().atMost(SOON)
                .until(() -> admin.get(Paths.KIOSKS).as(new TypeReference<List<KioskView>>() {}).stream()
                        .anyMatch(view -> view.state() != null && view.state().waiting() == 3));
    }

    @Test
    void whoHasNoKeyOfTheCampusIsSentAway() throws Exception {
        List<ClusterKit.Node> members = startThree();
        String address = members.getFirst().address();
        SSLContext stranger = SSLContext.getInstance("TLS");
        stranger.init(null, new TrustManager[] {new Trusting()}, new SecureRandom());

        try (SSLSocket socket = (SSLSocket) stranger.getSocketFactory()
                .createSocket(
                        InetAddress.getLoopbackAddress(),
                        Integer.parseInt(address.substring(address.indexOf(':') + 1)))) {
            socket.setSoTimeout(20_000);

            assertThrows(IOException.class, () -> {
                socket.startHandshake();
                // With TLS 1.3 a client hears at its first read what the server thinks of it.
                socket.getOutputStream().write("PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
                if (socket.getInputStream().read() < 0) {
                    throw new IOException("sent away");
                }
            });
        }
    }

    @Test
    void aKitIsGoodForOneStartInAnEmptyFolder() throws Exception {
        List<ClusterKit.Node> members = startThree();
        assertFalse(Files.exists(folder.resolve("n1.kit")), "the keys were left behind");
        Path again = folder.resolve("again.kit");
        ClusterKit.joining(
                        new ClusterKit.Node("n4", "127.0.0.1:" + freePort(), false),
                        members,
                        folder.resolve("n1"),
                        Instant.now().minus(Duration.ofDays(8)))
                .write(again);

        NodeStartException late = assertThrows(
                NodeStartException.class,
                () -> Node.start(NodeConfig.in(folder.resolve("n4"))
                        .withCluster(new ClusterConfig(members.getFirst().address(), 100, false, again))));
        NodeStartException alone =
                assertThrows(NodeStartException.class, () -> Node.start(NodeConfig.in(folder.resolve("n1"))));

        assertTrue(late.toString().contains("too old"), late.toString());
        assertTrue(alone.toString().contains("cluster.address"), alone.toString());
    }

    private List<ClusterKit.Node> startThree() throws Exception {
        List<ClusterKit.Node> members = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            members.add(new ClusterKit.Node("n" + i, "127.0.0.1:" + freePort(), false));
        }
        List<ClusterKit> kits = ClusterKit.beginning(members, folder.resolve("keys"), Instant.now());
        try (ExecutorService starts = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Node>> starting = new ArrayList<>();
            for (ClusterKit kit : kits) {
                Path file = folder.resolve(kit.self() + ".kit");
                kit.write(file);
                String address = members.get(kits.indexOf(kit)).address();
                starting.add(starts.submit(() -> Node.start(NodeConfig.in(folder.resolve(kit.self()))
                        .withCluster(new ClusterConfig(address, 100, false, file)))));
            }
            for (Future<Node> node : starting) {
                nodes.add(node.get());
            }
        }
        return members;
    }

    private Api setUp(int node) throws IOException {
        Api open = Api.at(nodes.get(node).baseUri());
        String token = Files.readString(nodes.get(node).dataFolder().resolve("setup-token"))
                .strip();
        return open.as(open.post(Paths.SETUP, new Setup(token, "Admin", CampusFixture.PASSWORD))
                .as(SignedIn.class)
                .token());
    }

    private static List<NodeEntry> entries(Node node) {
        return Api.at(node.baseUri()).get(Paths.NODES).as(new TypeReference<>() {});
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /// A stranger takes whatever certificate it is shown.
    private static final class Trusting implements X509TrustManager {
        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) {}

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) {}

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
