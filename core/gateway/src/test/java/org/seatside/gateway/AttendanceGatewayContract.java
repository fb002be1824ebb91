package org.seatside.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seatside.model.id.CheckInId;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.StudentId;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.service.gateway.AttendanceGateway;
import org.seatside.service.gateway.AttendanceGateway.Answer;
import org.seatside.service.gateway.AttendanceGateway.Call;

/// What every way to a foreign service does with a service that misbehaves.
abstract class AttendanceGatewayContract {
    static final GatewayTimeouts QUICK = new GatewayTimeouts(Duration.ofMillis(200), Duration.ofMillis(300));
    static final Call CALL = new Call(
            CheckInId.of("01890000-0000-7000-8000-000000000001"),
            new Student(StudentId.of("01890000-0000-7000-8000-000000000002"), "20231234", "홍길동", true),
            new Room(RoomId.of("01890000-0000-7000-8000-000000000003"), "19C4", "19", "4", "19C4"),
            Instant.parse("2026-03-02T00:05:06.007Z"));

    abstract AttendanceGateway gateway(String address, GatewayTimeouts timeouts);

    private Answer ask(ScriptedService.Script script) throws IOException {
        try (ScriptedService service = new ScriptedService(script)) {
            return ask(service.address());
        }
    }

    private Answer ask(String address) {
        AttendanceGateway gateway = gateway(address + "/mark", QUICK);
        try (AutoCloseable _ = (AutoCloseable) gateway) {
            long begun = System.nanoTime();

            Answer answer = gateway.send(CALL);

            assertTrue(Duration.ofNanos(System.nanoTime() - begun).toMillis() < 5_000, "the caller was held");
            return answer;
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    static Stream<Arguments> statuses() {
        return Stream.of(
                Arguments.of(200, new Answer.Accepted()),
                Arguments.of(204, new Answer.Accepted()),
                Arguments.of(301, new Answer.Unknown("REDIRECTED")),
                Arguments.of(302, new Answer.Unknown("REDIRECTED")),
                Arguments.of(307, new Answer.Unknown("REDIRECTED")),
                Arguments.of(400, new Answer.Rejected("HTTP_400")),
                Arguments.of(401, new Answer.Unknown("HTTP_401")),
                Arguments.of(403, new Answer.Unknown("HTTP_403")),
                Arguments.of(404, new Answer.Unknown("HTTP_404")),
                Arguments.of(408, new Answer.Unknown("HTTP_408")),
                Arguments.of(409, new Answer.Rejected("HTTP_409")),
                Arguments.of(410, new Answer.Rejected("HTTP_410")),
                Arguments.of(422, new Answer.Rejected("HTTP_422")),
                Arguments.of(429, new Answer.Unknown("HTTP_429")),
                Arguments.of(500, new Answer.Unknown("HTTP_500")),
                Arguments.of(503, new Answer.Unknown("HTTP_503")));
    }

    @ParameterizedTest
    @MethodSource("statuses")
    void statusDecidesTheAnswer(int status, Answer expected) throws IOException {
        Answer answer = ask(ScriptedService.Script.bytes(
                "HTTP/1.1 " + status + " Said\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

        assertEquals(expected, answer);
    }

    @Test
    void redirectIsNotFollowed() throws IOException {
        try (ScriptedService elsewhere = new ScriptedService(ScriptedService.Script.answer(200, "ok"))) {
            Answer answer = ask(ScriptedService.Script.bytes("HTTP/1.1 302 Found\r\nLocation: " + elsewhere.address()
                    + "/mark\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));

            assertEquals(new Answer.Unknown("REDIRECTED"), answer);
            assertEquals(0, elsewhere.requests().size());
        }
    }

    @Test
    void silenceIsUnknown() throws IOException {
        Answer answer = ask((service, _, _) -> service.hang());

        assertEquals(new Answer.Unknown("TIMEOUT"), answer);
    }

    @Test
    void bodyThatNeverEndsIsUnknown() throws IOException {
        Answer answer = ask((service, _, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhal".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            service.hang();
        });

        assertEquals(new Answer.Unknown("TIMEOUT"), answer);
    }

    @Test
    void resetIsUnknown() throws IOException {
        Answer answer = ask((_, socket, _) -> socket.setSoLinger(true, 0));

        assertEquals(new Answer.Unknown("BROKEN"), answer);
    }

    @Test
    void bodyCutShortIsUnknown() throws IOException {
        Answer answer = ask((_, socket, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf".getBytes(StandardCharsets.US_ASCII));
            out.flush();
            socket.shutdownOutput();
        });

        assertEquals(new Answer.Unknown("BROKEN"), answer);
    }

    @Test
    void garbageIsUnknown() throws IOException {
        Answer answer = ask(ScriptedService.Script.bytes("\u0000\u0001garbage without an end\r\n\r\n"));

        assertEquals(Answer.Unknown.class, answer.getClass());
    }

    @Test
    void bodyOfTenMegabytesIsUnknownAndNotRead() throws IOException {
        Answer answer = ask((_, _, out) -> {
            out.write("HTTP/1.1 200 OK\r\nContent-Length: 10485760\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = new byte[8192];
            for (int sent = 0; sent < 10_485_760; sent += chunk.length) {
                out.write(chunk);
            }
        });

        assertEquals(new Answer.Unknown("ANSWER_TOO_LARGE"), answer);
    }

    @Test
    void closedPortIsUnknown() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }

        Answer answer = ask("http://127.0.0.1:" + port);

        assertEquals(new Answer.Unknown("NOT_REACHED"), answer);
    }
}
