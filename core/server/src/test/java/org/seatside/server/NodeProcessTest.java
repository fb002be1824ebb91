package org.seatside.server;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.seatside.json.Json;
import org.seatside.model.api.KioskInvitation;
import org.seatside.model.api.NewKiosk;
import org.seatside.model.api.NewPass;
import org.seatside.model.api.NewRoom;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.PassCard;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Setup;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.CheckIn;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;

/// The node as a program: how it ends when it is asked to, and what it says meanwhile.
final class NodeProcessTest {
    private static final String PASSWORD = "a sentence nobody would guess";
    private static final String NAME = "홍길동";
    private static final String NUMBER = "20251678";

    @TempDir
    private Path folder;

    private ChildNode start(String upstream) throws IOException {
        Path config = Files.writeString(folder.resolve("node.yaml"), """
                data: "%s"
                http:
                  port: 0
                upstream:
                  kind: du-checkattend
                  base: %s
                """.formatted(folder.resolve("node"), upstream));
        return ChildNode.start(
                NodeMain.class,
                config,
                folder.resolve("archive"),
                ProcessBuilder.Redirect.appendTo(log().toFile()),
                Map.of(
                        "SEATSIDE_LOG",
                        "json",
                        "SEATSIDE_ROOM_TAG_KEY",
                        CampusFixture.ENVIRONMENT.values().iterator().next()));
    }

    private Path log() {
        return folder.resolve("log");
    }

    @Test
    void terminatedNodeAnswersWhatItTookAndKeepsIt() throws Exception {
        Set<CheckIn> answered = ConcurrentHashMap.newKeySet();
        Set<Integer> others = ConcurrentHashMap.newKeySet();
        Kiosks kiosk;
        try (ScriptedUpstream upstream = new ScriptedUpstream();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            ChildNode node = start(upstream.address());
            Api admin = admin(node);
            kiosk = kiosk(admin);
            Api asKiosk = kiosk.signIn(Api.at(node.uri()));
            List<Future<?>> clients = IntStream.range(0, 8)
                    .<Future<?>>mapToObj(_ -> threads.submit(() -> send(asKiosk, kiosk, answered, others)))
                    .toList();
            await().atMost(Duration.ofSeconds(60)).until(() -> answered.size() > 50);

            assertTrue(node.stop(), "still there after half a minute");
            for (Future<?> client : clients) {
                client.get();
            }
            assertEquals(Set.of(), withoutRefusals(others));
            assertFalse(Files.exists(folder.resolve("node/node.json")));

            ChildNode again = start(upstream.address());
            Api asKioskAgain = kiosk.signIn(Api.at(again.uri()));
            for (CheckIn checkIn : List.copyOf(answered).subList(0, 20)) {
                asKioskAgain.post(Paths.CHECK_INS, checkIn).expect(200);
            }
            assertTrue(again.stop());
            assertFalse(Files.readString(log()).contains("threw away"), "the view was built anew");
        }
    }

    /// 503 says that it is ending.
    private static Set<Integer> withoutRefusals(Set<Integer> statuses) {
        statuses.remove(503);
        return statuses;
    }

    private static void send(Api asKiosk, Kiosks kiosk, Set<CheckIn> answered, Set<Integer> others) {
        while (true) {
            CheckIn checkIn = kiosk.checkIn("99999999");
            try {
                int status = asKiosk.exchange("POST", Paths.CHECK_INS, checkIn, Map.of())
                        .status();
                if (status == 200) {
                    answered.add(checkIn);
                } else {
                    others.add(status);
                    return;
                }
            } catch (IOException _) {
                return;
            }
        }
    }

    @Test
    void logHasNoNamesNoNumbersAndNoSecrets() throws Exception {
        List<String> secrets = new ArrayList<>(List.of(NAME, NUMBER, PASSWORD, "a wrong password indeed"));
        try (ScriptedUpstream upstream = new ScriptedUpstream(500, 500)) {
            ChildNode node = start(upstream.address());
            Api open = Api.at(node.uri());
            secrets.add(Files.readString(folder.resolve("node/setup-token")).strip());
            Api admin = admin(node);
            secrets.add(String.valueOf(admin.token()));
            Student student =
                    admin.post(Paths.STUDENTS, new NewStudent(NUMBER, NAME)).as(Student.class);
            admin.post(Paths.STUDENTS, new NewStudent(NUMBER, NAME)).expect(409);
            PassCard pass = admin.post(
                            Paths.STUDENTS + "/" + student.id() + "/passes", new NewPass(LocalDate.of(2030, 1, 1)))
                    .as(PassCard.class);
            secrets.add(pass.text());
            secrets.add(pass.pass().handle());
            Room room = admin.post(Paths.ROOMS, new NewRoom("", "19", "4", CampusFixture.tagCode("E19C4")))
                    .as(Room.class);
            KioskInvitation invitation =
                    admin.post(Paths.KIOSKS, new NewKiosk("Seat", room.id())).as(KioskInvitation.class);
            secrets.add(invitation.code());
            Kiosks kiosk = Kiosks.pairWith(Kiosks.newKey(), admin, invitation.code());
            Api asKiosk = kiosk.signIn(open);
            secrets.add(String.valueOf(asKiosk.token()));
            asKiosk.post(Paths.CHECK_INS, kiosk.checkIn(NUMBER)).expect(200);
            asKiosk.post(Paths.CHECK_INS, kiosk.checkIn(pass.text())).expect(200);
            await().atMost(Duration.ofSeconds(60))
                    .until(() -> upstream.queries().size() >= 2);
            open.post(Paths.SESSIONS, new SignIn("Admin", "a wrong password indeed"))
                    .expect(401);
            open.send("POST", Paths.SESSIONS, "{\"name\":\"" + NAME + "\",\"password\":", Map.of())
                    .expect(400);
            admin.get("/api/v1/students?q=" + NUMBER).expect(200);
            admin.get("/api/v1/nothing/" + NUMBER).expect(404);
            raw(node, "GET /" + NUMBER + "\u0000 HTTP/1.1\r\nHost: n\r\n\r\n");
            raw(node, "BREW /" + NUMBER + " HTTP/1.1\r\nHost: n\r\nX-" + NUMBER + ": \u0001\r\n\r\n");
            secrets.add(Files.readString(folder.resolve("node/keys.password")).strip());
            secrets.add(Files.readString(folder.resolve("node/operator-token")).strip());

            assertTrue(node.stop());
        }

        String said = Files.readString(log());
        assertTrue(said.contains("node ready at"), said);
        assertEquals(List.of(), secrets.stream().filter(said::contains).toList());
        for (String line : said.lines().toList()) {
            JsonNode entry = new Json().mapper().readTree(line);
            assertTrue(entry.hasNonNull("level") && entry.hasNonNull("formattedMessage"), line);
        }
    }

    private static void raw(ChildNode node, String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), node.uri().getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertTrue(answer.startsWith("HTTP/1.1 4"), answer);
        }
    }

    private Api admin(ChildNode node) throws IOException {
        Api open = Api.at(node.uri());
        String token = Files.readString(folder.resolve("node/setup-token")).strip();
        return open.as(open.post(Paths.SETUP, new Setup(token, "Admin", PASSWORD))
                .as(SignedIn.class)
                .token());
    }

    private static Kiosks kiosk(Api admin) {
        Room room = admin.post(Paths.ROOMS, new NewRoom("19C4", "", "", null)).as(Room.class);
        return Kiosks.pair(admin, "Seat", room.id());
    }
}
