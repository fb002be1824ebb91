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
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.model.api.About;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Receipt;
import org.seatside.model.roster.Room;

final class LifecycleTest {
    @TempDir
    private Path folder;

    @Test
    void restartKeepsEverythingAndAsksForNoSetupAgain() throws Exception {
        Kiosks kiosk;
        CheckIn checkIn;
        Receipt receipt;
        String sessionToken;
        List<CheckInEvent> before;
        try (CampusFixture campus = CampusFixture.start(folder)) {
            Room room = campus.room("Kept");
            campus.student("20230001");
            kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            checkIn = kiosk.checkIn("20230001");
            receipt = kiosk.signIn(campus.open()).post(Paths.CHECK_INS, checkIn).as(Receipt.class);
            sessionToken = campus.session().token();
            before = events(campus.admin());
        }

        try (CampusFixture campus = CampusFixture.start(folder)) {
            assertFalse(campus.open().get(Paths.ABOUT).as(About.class).needsSetup());
            assertFalse(Files.exists(folder.resolve("setup-token")));
            assertEquals(before, events(campus.open().as(sessionToken)));
            assertEquals(
                    receipt.outcome(),
                    kiosk.signIn(campus.open())
                            .post(Paths.CHECK_INS, checkIn)
                            .as(Receipt.class)
                            .outcome());
        }
    }

    private static List<CheckInEvent> events(Api staff) {
        return staff.get(Paths.CHECK_INS)
                .as(new TypeReference<Page<CheckInEvent>>() {})
                .items();
    }

    @Test
    void stopUnderLoadAnswersOrRefusesAndKeepsWhatItAnswered() throws Exception {
        AtomicInteger acknowledged = new AtomicInteger();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            CampusFixture campus = CampusFixture.start(folder);
            Room room = campus.room("Load");
            Kiosks kiosk = Kiosks.pair(campus.admin(), "Seat", room.id());
            Api asKiosk = kiosk.signIn(campus.open());
            List<Future<?>> clients = Stream.generate(() -> 0)
                    .limit(8)
                    .<Future<?>>map(i -> threads.submit(() -> {
                        while (post(asKiosk, kiosk.checkIn("99999999"))) {
                            acknowledged.incrementAndGet();
                        }
                    }))
                    .toList();
            await().until(() -> acknowledged.get() > 100);
            long begun = System.nanoTime();

            campus.close();

            assertTrue(System.nanoTime() - begun < 15_000_000_000L, "the stop took too long");
            for (Future<?> client : clients) {
                client.get();
            }
        }
        assertFalse(Files.exists(folder.resolve("node.json")));
        try (CampusFixture campus = CampusFixture.start(folder)) {
            assertTrue(count(campus.admin()) >= acknowledged.get(), "acknowledged and lost");
        }
    }

    private static boolean post(Api asKiosk, CheckIn checkIn) {
        try {
            return asKiosk.exchange("POST", Paths.CHECK_INS, checkIn, Map.of()).status() == 200;
        } catch (IOException _) {
            return false;
        }
    }

    private static int count(Api staff) {
        int count = 0;
        String after = "";
        while (true) {
            Page<CheckInEvent> page =
                    staff.get(Paths.CHECK_INS + "?limit=1000&after=" + after).as(new TypeReference<>() {});
            count += page.items().size();
            if (page.items().isEmpty() || page.next() == null) {
                return count;
            }
            after = page.next();
        }
    }

    @Test
    void secretsAreReadableByTheirOwnerAlone() throws Exception {
        try (Node _ = Node.start(NodeConfig.in(folder), Map.of())) {
            for (String file : List.of("keys.p12", "keys.password", "setup-token", "node.json")) {
                assertEquals(
                        "rw-------",
                        PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))),
                        file);
            }
        }
    }

    @Test
    void takenPortIsNamed() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            NodeConfig config = NodeConfig.in(folder).withHttp(new NodeConfig.Http("127.0.0.1", taken.getLocalPort()));

            NodeStartException refused = assertThrows(NodeStartException.class, () -> Node.start(config, Map.of()));

            assertTrue(
                    String.valueOf(refused.getMessage()).startsWith("Port " + taken.getLocalPort() + " is taken"),
                    refused.getMessage());
        }
    }

    @Test
    void secondNodeInOneFolderIsRefusedAndTheFirstGoesOn() throws Exception {
        try (Node first = Node.start(NodeConfig.in(folder), Map.of())) {
            assertThrows(NodeStartException.class, () -> Node.start(NodeConfig.in(folder), Map.of()));

            Api.at(first.baseUri()).get(Paths.READY).expect(200);
        }
    }

    @Test
    void missingOrOtherKeysKeepTheNodeFromStarting() throws Exception {
        Node.start(NodeConfig.in(folder), Map.of()).close();
        String password = Files.readString(folder.resolve("keys.password"));
        Files.writeString(folder.resolve("keys.password"), "other");

        NodeStartException wrong =
                assertThrows(NodeStartException.class, () -> Node.start(NodeConfig.in(folder), Map.of()));
        Files.delete(folder.resolve("keys.password"));
        NodeStartException missing =
                assertThrows(NodeStartException.class, () -> Node.start(NodeConfig.in(folder), Map.of()));
        Files.writeString(folder.resolve("keys.password"), password);
        NodeStartException otherCampus = assertThrows(
                NodeStartException.class,
                () -> Node.start(
                        NodeConfig.in(folder).withCampus(new NodeConfig.Campus("C", "Asia/Seoul", "0".repeat(32))),
                        Map.of()));

        assertTrue(String.valueOf(wrong.getMessage()).contains("restore keys.p12"));
        assertTrue(String.valueOf(missing.getMessage()).contains("keys.password is missing"));
        assertTrue(String.valueOf(otherCampus.getMessage()).startsWith("campus.institution is not the one"));
        Node.start(NodeConfig.in(folder), Map.of()).close();
    }
}
