package org.seatside.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.seatside.json.Json;
import org.seatside.model.api.Correction;
import org.seatside.model.api.NewProof;
import org.seatside.model.api.NewStudent;
import org.seatside.model.api.Page;
import org.seatside.model.api.Paths;
import org.seatside.model.api.Problem;
import org.seatside.model.api.Proven;
import org.seatside.model.api.Role;
import org.seatside.model.api.SignIn;
import org.seatside.model.api.SignedIn;
import org.seatside.model.attendance.Attendance;
import org.seatside.model.attendance.AttendanceStatus;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.AttendanceId;
import org.seatside.model.id.CommandId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Student;

final class NodeClientTest {
    private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";
    private static final Student HONG = new Student(StudentId.of(ID), "20201234", "홍길동", true);
    private static final Instant AT = Instant.parse("2026-03-02T00:02:00Z");

    private interface Script {
        void answer(HttpExchange exchange) throws IOException;
    }

    private final Json json = new Json();
    private final BlockingQueue<Script> scripts = new LinkedBlockingQueue<>();
    private final List<String> requests = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final NodeClient client;

    NodeClientTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
        client = new NodeClient(List.of(uri()), json);
    }

    @AfterEach
    void stop() {
        client.close();
        server.stop(0);
        threads.shutdownNow();
    }

    private URI uri() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            if (exchange.getRequestURI().getPath().equals(Paths.NODES)) {
                FakeNode.send(
                        exchange, 404, "application/problem+json", new byte[0]); // asked whenever, of no one's order
                return;
            }
            String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
            requests.add(String.join(
                    " ",
                    exchange.getRequestMethod(),
                    exchange.getRequestURI().toString(),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Idempotency-Key")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")),
                    String.valueOf(exchange.getRequestHeaders().getFirst("If-Match")),
                    body));
            Script script = scripts.poll();
            if (script == null) {
                FakeNode.send(exchange, 204, "application/json", new byte[0]);
            } else {
                script.answer(exchange);
            }
        }
    }

    private void says(Object value) {
        scripts.add(exchange -> FakeNode.send(exchange, 200, "application/json; charset=utf-8", json.write(value)));
    }

    private void refuses(int status) {
        refuses(status, "/problems/x");
    }

    private void refuses(int status, String type) {
        Problem problem = new Problem(type, "x", status, null, null);
        scripts.add(exchange -> FakeNode.send(exchange, status, "application/problem+json", json.write(problem)));
    }

    @Test
    void asksForAProofWhereTheNodeWantsOneAndSendsTheSameAgain() throws Exception {
        List<Boolean> asked = new ArrayList<>();
        client.askForProof(wrongBefore -> {
            asked.add(wrongBefore);
            return Optional.of(NewProof.ofPassword("p" + asked.size()));
        });
        refuses(403, Problem.PROOF_NEEDED);
        refuses(403, "/problems/password-wrong");
        says(new Proven(AT));
        scripts.add(exchange -> FakeNode.send(exchange, 204, "application/json", new byte[0]));
        CommandId id = client.newCommand();

        client.accounts().removeSecondFactor(AccountId.of(ID), id);

        String wanted = "DELETE /api/v1/accounts/" + ID + "/totp " + id + " null null ";
        assertEquals(List.of(false, true), asked);
        assertEquals(4, requests.size());
        assertEquals(wanted, requests.getFirst());
        assertTrue(requests.get(1).startsWith("POST /api/v1/account/proof "), requests.get(1));
        assertTrue(requests.get(2).endsWith("{\"password\":\"p2\"}"), requests.get(2));
        assertEquals(wanted, requests.getLast());
    }

    @Test
    void whoDoesNotWantToProveAnythingIsToldThatItIsNeeded() {
        client.askForProof(_ -> Optional.empty());
        refuses(403, Problem.PROOF_NEEDED);

        assertTrue(assertThrows(NodeException.class, () -> client.node().backup(client.newCommand()))
                .proofNeeded());
        assertEquals(1, requests.size());
    }

    @Test
    void signsInAndBearsTheTokenUntilSigningOut() throws Exception {
        SignedIn session = new SignedIn("secret", AccountId.of(ID), "kim", Set.of(Role.STAFF), AT);
        says(session);
        assertEquals(session, client.signIn(new SignIn("kim", "password")));
        says(HONG);
        assertEquals(HONG, client.student(HONG.id()));
        client.signOut();
        says(HONG);
        Student _ = client.student(HONG.id());

        assertEquals("GET /api/v1/students/" + ID + " null Bearer secret null ", requests.get(1));
        assertTrue(requests.get(2).startsWith("DELETE /api/v1/sessions/current "));
        assertEquals("GET /api/v1/students/" + ID + " null null null ", requests.get(3));
    }

    @Test
    void queriesAreEncoded() throws Exception {
        says(new Page<>(List.of(HONG), "n&x"));

        assertEquals(new Page<>(List.of(HONG), "n&x"), client.students("홍 길&동", 20, "a/b"));
        assertEquals(
                "GET /api/v1/students?q=%ED%99%8D%20%EA%B8%B8%26%EB%8F%99&limit=20&after=a%2Fb null null null ",
                requests.getFirst());
    }

    @Test
    void correctionNamesTheRevisionSeen() throws Exception {
        Attendance seen =
                new Attendance(AttendanceId.of(ID), HONG.id(), RoomId.of(ID), null, AttendanceStatus.LATE, AT, 3, null);
        CommandId id = client.newCommand();
        refuses(412);
        NodeException conflict = assertThrows(
                NodeException.class, () -> client.correct(seen, new Correction(AttendanceStatus.PRESENT, "bus"), id));

        assertEquals(NodeException.Kind.CONFLICT, conflict.kind());
        assertEquals(
                "POST /api/v1/attendance/" + ID + "/corrections " + id
                        + " null \"3\" {\"status\":\"PRESENT\",\"reason\":\"bus\"}",
                requests.getFirst());
    }

    @Test
    void lostAnswerIsAskedForAgainUnderTheSameKey() throws Exception {
        CommandId id = client.newCommand();
        scripts.add(exchange -> exchange.sendResponseHeaders(200, 500));
        says(HONG);

        assertEquals(HONG, client.addStudent(new NewStudent("20201234", "홍길동"), id));
        assertEquals(2, requests.size());
        assertEquals(requests.get(0), requests.get(1));
    }

    @Test
    void everyStatusHasItsKind() {
        record Case(int status, NodeException.Kind kind) {}
        List<Case> cases = List.of(
                new Case(400, NodeException.Kind.INVALID),
                new Case(401, NodeException.Kind.UNAUTHORIZED),
                new Case(403, NodeException.Kind.FORBIDDEN),
                new Case(404, NodeException.Kind.NOT_FOUND),
                new Case(409, NodeException.Kind.CONFLICT),
                new Case(412, NodeException.Kind.CONFLICT),
                new Case(422, NodeException.Kind.INVALID),
                new Case(429, NodeException.Kind.NODE_FAILED),
                new Case(503, NodeException.Kind.NODE_FAILED));
        for (Case one : cases) {
            refuses(one.status());
            NodeException failure = assertThrows(NodeException.class, client::about);

            assertEquals(one.kind(), failure.kind());
            assertEquals(one.status(), failure.status());
            assertEquals(Optional.of(new Problem("/problems/x", "x", one.status(), null, null)), failure.problem());
        }
    }

    @Test
    void answersThatAreNotOursAreNoResult() {
        List<Script> wrong = List.of(
                exchange -> FakeNode.send(exchange, 200, "text/html", "<html>".getBytes(StandardCharsets.UTF_8)),
                exchange -> FakeNode.send(exchange, 200, "application/json", "[]".getBytes(StandardCharsets.UTF_8)),
                exchange -> FakeNode.send(exchange, 404, "text/html", "no".getBytes(StandardCharsets.UTF_8)),
                exchange -> {
                    exchange.getResponseHeaders().set("Location", uri() + "/elsewhere");
                    FakeNode.send(exchange, 302, "text/html", new byte[0]);
                });
        for (Script one : wrong) {
            scripts.add(one);
            NodeException failure = assertThrows(NodeException.class, client::about);

            assertEquals(NodeException.Kind.NODE_FAILED, failure.kind());
        }
        assertEquals(wrong.size(), requests.size(), "no redirect was followed");
    }

    @Test
    void hugeAnswerIsCutOff() {
        byte[] huge = new byte[3_000_000];
        for (int i = 0; i < 2; i++) {
            scripts.add(exchange -> FakeNode.send(exchange, 200, "application/json", huge));
        }
        NodeException failure = assertThrows(NodeException.class, client::about);

        assertEquals(NodeException.Kind.UNREACHABLE, failure.kind());
    }

    @Test
    void ofSeveralNodesTheFirstReadyOneIsUsed() throws Exception {
        URI nobody = URI.create("http://127.0.0.1:9");
        try (NodeClient several = new NodeClient(List.of(nobody, uri()), json)) {
            scripts.add(exchange -> FakeNode.send(exchange, 200, "text/plain", new byte[0]));
            says(HONG);
            assertEquals(HONG, several.student(HONG.id()));
            assertTrue(requests.getFirst().startsWith("GET /readyz "));
        }
        try (NodeClient none = new NodeClient(List.of(nobody, uri()), json)) {
            for (int i = 0; i < 2; i++) {
                scripts.add(exchange -> FakeNode.send(exchange, 503, "text/plain", new byte[0]));
            }
            NodeException failure = assertThrows(NodeException.class, none::about);
            assertEquals(NodeException.Kind.UNREACHABLE, failure.kind());
        }
    }
}
