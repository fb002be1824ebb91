package org.seatside.server;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.model.api.Paths;
import org.seatside.model.attendance.CheckIn;

/// Requests no client of ours sends, byte for byte.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class MalformedRequestsTest {
    private static final String SESSIONS = "POST /api/v1/sessions HTTP/1.1\r\nHost: n\r\n";

    private CampusFixture campus;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        campus = CampusFixture.start(folder);
    }

    @AfterAll
    void stop() {
        campus.close();
    }

    static Stream<Arguments> requests() {
        String about = "GET /api/v1/about HTTP/1.1\r\nHost: n\r\n";
        return Stream.of(
                Arguments.of("no version", "GET /\r\n\r\n"),
                Arguments.of("HTTP/0.9", "GET /api/v1/about\r\n\r\n"),
                Arguments.of("unknown version", "GET / HTTP/9.9\r\nHost: n\r\n\r\n"),
                Arguments.of("no host", "GET /api/v1/about HTTP/1.1\r\n\r\n"),
                Arguments.of("two hosts", about + "Host: m\r\n\r\n"),
                Arguments.of("bad host", "GET /api/v1/about HTTP/1.1\r\nHost: a b\r\n\r\n"),
                Arguments.of("NUL in path", "GET /api/v1/ab\u0000out HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("NUL in header", about + "X: a\u0000b\r\n\r\n"),
                Arguments.of("encoded NUL", "GET /api/v1/%00 HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("encoded slash", "GET /api/v1%2Fabout HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("dots", "GET /api/v1/../../etc/passwd HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("encoded dots", "GET /api/%2e%2e/about HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("half an escape", "GET /api/v1/% HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("bad escape", "GET /api/v1/%zz HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("bad UTF-8", "GET /api/v1/%ff%fe HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("bad query", "GET /api/v1/students?q=%zz HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("brackets in query", "GET /api/v1/students?q=[|] HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("space in header name", about + "X Y: 1\r\n\r\n"),
                Arguments.of("space before colon", SESSIONS + "Content-Length : 2\r\n\r\n{}"),
                Arguments.of("folded header", about + "X: a\r\n b\r\n\r\n"),
                Arguments.of("bare CR", about + "X: a\rb\r\n\r\n"),
                Arguments.of("no colon", about + "Nonsense\r\n\r\n"),
                Arguments.of("huge header", about + "X: " + "a".repeat(1 << 20) + "\r\n\r\n"),
                Arguments.of("10,000 headers", about + "X: 1\r\n".repeat(10_000) + "\r\n"),
                Arguments.of("huge path", "GET /" + "a".repeat(100_000) + " HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("TRACE", "TRACE / HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("CONNECT", "CONNECT n:1 HTTP/1.1\r\nHost: n:1\r\n\r\n"),
                Arguments.of("unknown method", "BREW / HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("lower-case method", "get / HTTP/1.1\r\nHost: n\r\n\r\n"),
                Arguments.of("length twice", SESSIONS + "Content-Length: 2\r\nContent-Length: 3\r\n\r\n{}"),
                Arguments.of("negative length", SESSIONS + "Content-Length: -1\r\n\r\n{}"),
                Arguments.of("length no number", SESSIONS + "Content-Length: two\r\n\r\n{}"),
                Arguments.of("huge length", SESSIONS + "Content-Length: 99999999999999999999\r\n\r\n{}"),
                Arguments.of("1 GB announced", SESSIONS + "Content-Length: 1073741824\r\n\r\n{}"),
                Arguments.of(
                        "length and chunks",
                        SESSIONS
                                + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\nGET / HTTP/1.1\r\n\r\n"),
                Arguments.of("chunks and identity", SESSIONS + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"),
                Arguments.of("unknown coding", SESSIONS + "Transfer-Encoding: zip\r\n\r\n{}"),
                Arguments.of("bad chunk size", SESSIONS + "Transfer-Encoding: chunked\r\n\r\nxyz\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("negative chunk", SESSIONS + "Transfer-Encoding: chunked\r\n\r\n-2\r\n{}\r\n0\r\n\r\n"),
                Arguments.of("TLS hello", "\u0016\u0003\u0001\u0002\u0000\u0001\u0000\u0001"),
                Arguments.of("HTTP/2 preface", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"),
                Arguments.of("unknown expectation", SESSIONS + "Expect: a-miracle\r\nContent-Length: 2\r\n\r\n{}"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void malformedRequestIsRefusedOrCutOffAndSaysNothingOfTheInside(String name, String request) throws IOException {
        String answer = raw(request);

        if (!answer.isEmpty()) {
            assertTrue(answer.startsWith("HTTP/1.1 4") || answer.startsWith("HTTP/1.1 505"), name + ": " + answer);
            assertFalse(answer.contains("java"), name + ": " + answer);
            assertFalse(answer.contains("jetty"), name + ": " + answer);
            assertFalse(answer.contains("Server:"), name + ": " + answer);
        }
        campus.open().get(Paths.LIVE).expect(200);
    }

    /// What is wrong by one character or one word, over and over.
    static Stream<Arguments> variations() {
        String about = "GET /api/v1/about HTTP/1.1\r\nHost: n\r\n";
        List<Arguments> all = new ArrayList<>();
        IntStream.concat(IntStream.range(0, 33), IntStream.of(127, 128, 255)).forEach(code -> {
            char c = (char) code;
            all.add(Arguments.of("path with " + code, "GET /api/v1/a" + c + "b HTTP/1.1\r\nHost: n\r\n\r\n"));
            all.add(Arguments.of("header's name with " + code, about + "X" + c + "Y: 1\r\n\r\n"));
            all.add(Arguments.of("header's value with " + code, about + "X: a" + c + "b\r\n\r\n"));
            all.add(Arguments.of("method with " + code, "GE" + c + "T /api/v1/about HTTP/1.1\r\nHost: n\r\n\r\n"));
        });
        "()<>@,;:\\\"/[]?={}"
                .chars()
                .forEach(c -> all.add(Arguments.of("name with " + (char) c, about + "X" + (char) c + "Y: 1\r\n\r\n")));
        for (String version : List.of(
                "HTTP/1",
                "HTTP/1.",
                "HTTP/1.2",
                "HTTP/01.1",
                "HTTP/1.1.1",
                "HTTP/-1.1",
                "http/1.1",
                "HTTP/2",
                "HTTP/2.0",
                "HTTP/3.0",
                "HTTPS/1.1",
                "HTP/1.1",
                "HTTP/1.1a",
                "HTTP 1.1")) {
            all.add(Arguments.of("version " + version, "GET /api/v1/about " + version + "\r\nHost: n\r\n\r\n"));
        }
        for (String length : List.of(
                "+2", "0x2", "2 2", "2,3", "1e1", "2.0", "", " ", "\u00b2", "-0", "02a", "9223372036854775808")) {
            all.add(Arguments.of("length " + length, SESSIONS + "Content-Length: " + length + "\r\n\r\n{}"));
        }
        for (String coding : List.of(
                "chunked, chunked",
                "gzip, chunked",
                "xchunked",
                "chunked;q=1",
                "\u000bchunked",
                "identity",
                "chunked\r\nTransfer-Encoding: identity",
                "chunked\r\nContent-Length: 2",
                "chunk\u00ebd")) {
            all.add(Arguments.of(
                    "coding " + coding, SESSIONS + "Transfer-Encoding: " + coding + "\r\n\r\n2\r\n{}\r\n0\r\n\r\n"));
        }
        for (String size : List.of("0x2", "-2", "g", "fffffffffffffffff", " 2", "2 ", "+2", "", "2;", "80000000")) {
            all.add(Arguments.of(
                    "chunk of " + size,
                    SESSIONS + "Transfer-Encoding: chunked\r\n\r\n" + size + "\r\n{}\r\n0\r\n\r\n"));
        }
        return all.stream();
    }

    /// Some of these are taken for what was meant; none is an incident, and none is two requests.
    @ParameterizedTest(name = "{0}")
    @MethodSource("variations")
    void nearlyRightRequestIsNoIncidentAndNoSecondRequest(String name, String request) throws IOException {
        String answer = raw(request);

        assertFalse(answer.matches("(?s)HTTP/1.1 50[0-46-9].*"), name + ": " + answer);
        assertFalse(answer.contains("java") || answer.contains("jetty"), name + ": " + answer);
        assertTrue(answer.split("HTTP/1\\.1 ", -1).length <= 2, name + ": " + answer);
    }

    @Test
    void variationsAreManyAndTheNodeStillLives() {
        assertTrue(requests().count() + variations().count() + bodies().count() >= 200);
        campus.open().get(Paths.LIVE).expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gzip", "br", "deflate", "gzip, gzip", "x"})
    void compressedBodyIsRefusedUnread(String encoding) {
        assertEquals(
                415,
                campus.open()
                        .send("POST", Paths.SESSIONS, "{}", Map.of("Content-Encoding", encoding))
                        .problem()
                        .status());
    }

    static Stream<Arguments> bodies() {
        String deep = "[".repeat(100_000) + "]".repeat(100_000);
        return Stream.of(
                Arguments.of("empty", "", 400),
                Arguments.of("null", "null", 400),
                Arguments.of("array", "[]", 400),
                Arguments.of("number", "1", 400),
                Arguments.of("cut off", "{\"name\":\"a", 400),
                Arguments.of("two values", "{\"name\":\"a\",\"password\":\"b\"}{}", 400),
                Arguments.of("missing field", "{\"name\":\"a\"}", 400),
                Arguments.of("null field", "{\"name\":null,\"password\":\"b\"}", 400),
                Arguments.of("wrong type", "{\"name\":{},\"password\":\"b\"}", 400),
                Arguments.of("half a character", "{\"name\":\"\\ud800\",\"password\":\"b\"}", 400),
                Arguments.of("not UTF-8", "{\"name\":\"\u00ff\"", 400),
                Arguments.of("deep", deep, 400),
                Arguments.of("deep in a field", "{\"x\":" + deep + "}", 400),
                Arguments.of("too long", "{\"name\":\"" + "a".repeat(300_000) + "\"}", 413),
                Arguments.of("NUL", "{\"name\":\"a\u0000\"}", 400));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bodies")
    void malformedBodyIsRefused(String name, String body, int status) {
        Api.Answer answer = campus.open().send("POST", Paths.SESSIONS, body, Map.of());

        assertEquals(status, answer.problem().status(), name);
    }

    @Test
    void checkInWithImpossibleNumbersIsRefusedAndNotAnIncident() {
        Kiosks kiosk = Kiosks.pair(campus.admin(), "Odd seat", null);
        Api asKiosk = kiosk.signIn(campus.open());
        String good = new String(Api.JSON.write(kiosk.checkIn("20230001")), StandardCharsets.UTF_8);

        List<String> bad = List.of(
                good.replace("\"offsetMillis\":0", "\"offsetMillis\":" + Long.MAX_VALUE),
                good.replace("\"offsetMillis\":0", "\"offsetMillis\":" + Long.MIN_VALUE),
                good.replace("\"uncertaintyMillis\":5", "\"uncertaintyMillis\":-1"),
                good.replaceFirst("\"wall\":\"[^\"]+\"", "\"wall\":\"+999999999-01-01T00:00:00Z\""),
                good.replaceFirst("\"seq\":\\d+", "\"seq\":0"),
                good.replaceFirst("\"seq\":\\d+", "\"seq\":99999999999999999999"),
                good.replace("\"20230001\"", "\"" + "1".repeat(CheckIn.MAX_TEXT + 1) + "\""),
                good.replace("NUMBER_TYPED", "GUESSED"));

        for (String body : bad) {
            assertEquals(
                    400,
                    asKiosk.send("POST", Paths.CHECK_INS, body, Map.of())
                            .problem()
                            .status(),
                    body);
        }
    }

    @Test
    void slowBodiesHoldNobodyUp() throws Exception {
        List<Socket> slow = IntStream.range(0, 300)
                .mapToObj(i -> {
                    try {
                        Socket socket = connect();
                        socket.getOutputStream()
                                .write((SESSIONS + "Content-Type: application/json\r\nContent-Length: 1000\r\n\r\n{")
                                        .getBytes(StandardCharsets.US_ASCII));
                        return socket;
                    } catch (IOException e) {
                        throw new AssertionError(e);
                    }
                })
                .toList();
        long begun = System.nanoTime();

        campus.open().get(Paths.ABOUT).expect(200);

        assertTrue(System.nanoTime() - begun < 2_000_000_000L, "a probe waited for slow bodies");
        for (Socket socket : slow) {
            socket.close();
        }
    }

    @Test
    void endlessBodyIsCutOff() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            out.write((SESSIONS + "Content-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            byte[] chunk = ("10000\r\n" + "a".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.US_ASCII);
            int sent = 0;
            try {
                for (; sent < 1_000; sent++) {
                    out.write(chunk);
                }
            } catch (SocketException _) {
                assertTrue(sent < 1_000);
            }
            assertTrue(sent < 1_000, "64 MB were taken in");
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(
                InetAddress.getLoopbackAddress(), campus.node().baseUri().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private String raw(String request) throws IOException {
        try (Socket socket = connect()) {
            ByteArrayOutputStream answer = new ByteArrayOutputStream();
            try {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
                socket.shutdownOutput();
                InputStream in = socket.getInputStream();
                byte[] buffer = new byte[8192];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    answer.write(buffer, 0, read);
                }
            } catch (SocketException _) {
                return answer.toString(StandardCharsets.ISO_8859_1);
            }
            return answer.toString(StandardCharsets.ISO_8859_1);
        }
    }
}
