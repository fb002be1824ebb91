package org.seatside.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.seatside.json.Json;

/// Clients that take more than their share, from the outside.
final class ConnectionGuardTest {
    private static final ConnectionLimits HASTY =
            new ConnectionLimits(100, 100, Duration.ofSeconds(1), Duration.ofSeconds(8), Duration.ofSeconds(2));
    private static final int LARGE = 32 << 20;
    private static final String PROBE = "GET /hello HTTP/1.1\r\nHost: n\r\n\r\n";

    public record Hello(String word) {}

    @Path("/hello")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public static final class HelloResource {
        @GET
        @For(Audience.ANYONE)
        public Hello hello() {
            return new Hello("hello");
        }

        /// Far more than the buffers of two sockets hold.
        @GET
        @Path("large")
        @Produces(MediaType.APPLICATION_OCTET_STREAM)
        @For(Audience.ANYONE)
        public StreamingOutput large() {
            return out -> {
                byte[] part = new byte[64 * 1024];
                for (int sent = 0; sent < LARGE; sent += part.length) {
                    out.write(part);
                }
            };
        }

        @POST
        @For(Audience.ANYONE)
        public Hello say(Hello hello) {
            return hello;
        }
    }

    private static WebServer serve(ConnectionLimits limits) throws IOException {
        return WebServer.start(
                new WebServer.Listening(InetAddress.getLoopbackAddress(), 0, null, limits),
                _ -> Optional.empty(),
                new Json(),
                new RequestMetrics(),
                List.of(new HelloResource()));
    }

    @Test
    void headThatComesByteByByteIsCutOffAndAnIdleClientIsNot() throws Exception {
        try (WebServer server = serve(HASTY);
                Socket patient = connect(server);
                Socket slow = connect(server);
                Socket silent = connect(server);
                Socket slowLater = connect(server)) {
            assertEquals(200, exchange(patient));
            assertEquals(200, exchange(slowLater));

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        boolean first = isCutOffByWriting(slow, "X");
                        boolean later = isCutOffByWriting(slowLater, "G");
                        return first && later && isCutOff(silent);
                    });

            assertEquals(200, exchange(patient));
        }
    }

    @Test
    void slowBodyIsNotTakenForASlowHead() throws Exception {
        try (WebServer server = serve(HASTY);
                Socket slow = connect(server)) {
            String body = "{\"word\":\"hello\"}";
            slow.getOutputStream()
                    .write(("POST /hello HTTP/1.1\r\nHost: n\r\nContent-Type: application/json\r\nContent-Length: "
                                    + body.length() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            long begun = System.nanoTime();
            int[] sent = {0};
            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(250))
                    .until(() -> {
                        slow.getOutputStream().write(body.charAt(sent[0]++));
                        return sent[0] == body.length();
                    });

            assertTrue(System.nanoTime() - begun > 3_000_000_000L);
            assertEquals(200, status(slow));
        }
    }

    @Test
    void bodyThatComesByteByByteIsRefusedWhenItsTimeIsOver() throws Exception {
        ConnectionLimits shortBody =
                new ConnectionLimits(100, 100, Duration.ofSeconds(10), Duration.ofSeconds(1), Duration.ofSeconds(10));
        try (WebServer server = serve(shortBody);
                Socket slow = connect(server)) {
            slow.getOutputStream()
                    .write(
                            "POST /hello HTTP/1.1\r\nHost: n\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n"
                                    .getBytes(StandardCharsets.US_ASCII));
            slow.setSoTimeout(100);
            int[] status = {0};

            Awaitility.await()
                    .atMost(Duration.ofSeconds(30))
                    .pollInterval(Duration.ofMillis(200))
                    .until(() -> {
                        slow.getOutputStream().write(' ');
                        try {
                            status[0] = status(slow);
                            return true;
                        } catch (SocketTimeoutException _) {
                            return false;
                        }
                    });

            assertEquals(408, status[0]);
        }
    }

    @Test
    void answerThatIsReadByteByByteIsCutOffAndASteadyReaderGetsAll() throws Exception {
        try (WebServer server = serve(HASTY);
                Socket slow = connect(server);
                Socket steady = connect(server)) {
            String large = "GET /hello/large HTTP/1.1\r\nHost: n\r\nConnection: close\r\n\r\n";
            slow.getOutputStream().write(large.getBytes(StandardCharsets.US_ASCII));
            steady.getOutputStream().write(large.getBytes(StandardCharsets.US_ASCII));
            byte[] part = new byte[1 << 20];
            long[] received = {0};

            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .pollInterval(Duration.ofMillis(100))
                    .until(() -> {
                        assertTrue(slow.getInputStream().read() >= 0, "what had gone out can still be read");
                        int read = steady.getInputStream().read(part);
                        received[0] += Math.max(read, 0);
                        return read < 0;
                    });
            assertTrue(received[0] > LARGE, received[0] + " bytes");
            assertTrue(slowEnd(slow) < LARGE, "the slow one got all");
        }
    }

    /// How much comes of what was on its way when the server gave up.
    private static long slowEnd(Socket slow) {
        long received = 0;
        byte[] part = new byte[1 << 20];
        try {
            for (int read = slow.getInputStream().read(part);
                    read >= 0;
                    read = slow.getInputStream().read(part)) {
                received += read;
            }
        } catch (IOException _) {
            return received;
        }
        return received;
    }

    @Test
    void oneConnectionTooManyIsCutOffUntilAnotherEnds() throws Exception {
        try (WebServer server = serve(new ConnectionLimits(100, 3))) {
            List<Socket> taken = new ArrayList<>();
            for (int i = 0; i < 3; i++) {
                Socket socket = connect(server);
                assertEquals(200, exchange(socket));
                taken.add(socket);
            }

            try (Socket fourth = connect(server)) {
                Awaitility.await().until(() -> isCutOff(fourth));
            }
            taken.removeFirst().close();
            Awaitility.await().until(() -> {
                try (Socket fourth = connect(server)) {
                    return exchange(fourth) == 200;
                } catch (IOException _) {
                    return false;
                }
            });
            for (Socket socket : taken) {
                socket.close();
            }
        }
    }

    @Test
    void probeIsAnsweredAmongAThousandSlowConnections() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try (WebServer server = serve(ConnectionLimits.DEFAULT)) {
            for (int i = 0; i < 1_000; i++) {
                Socket socket = connect(server);
                String begun = i % 2 == 0
                        ? "GET /hello HTTP/1.1\r\nHost: n\r\nX-Slow: "
                        : "POST /hello HTTP/1.1\r\nHost: n\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
                socket.getOutputStream().write(begun.getBytes(StandardCharsets.US_ASCII));
                slow.add(socket);
            }
            int inTime = 0;
            for (int i = 0; i < 20; i++) {
                long begun = System.nanoTime();
                try (Socket probe = connect(server)) {
                    assertEquals(200, exchange(probe));
                }
                inTime += System.nanoTime() - begun < 1_000_000_000L ? 1 : 0;
            }

            assertTrue(inTime >= 19, inTime + " of 20 probes within a second");
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    private static Socket connect(WebServer server) throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), server.uri().getPort());
        socket.setSoTimeout(20_000);
        return socket;
    }

    private static int exchange(Socket socket) throws IOException {
        socket.getOutputStream().write(PROBE.getBytes(StandardCharsets.US_ASCII));
        return status(socket);
    }

    private static int status(Socket socket) throws IOException {
        byte[] answer = new byte[4096];
        int read = socket.getInputStream().read(answer);
        String text = read < 0 ? "" : new String(answer, 0, read, StandardCharsets.ISO_8859_1);
        return text.startsWith("HTTP/1.1 ") ? Integer.parseInt(text.substring(9, 12)) : 0;
    }

    private static boolean isCutOffByWriting(Socket socket, String text) {
        try {
            socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
            return false;
        } catch (IOException _) {
            return true;
        }
    }

    private static boolean isCutOff(Socket socket) throws IOException {
        socket.setSoTimeout(100);
        try {
            return socket.getInputStream().read() < 0;
        } catch (SocketException _) {
            return true;
        } catch (SocketTimeoutException _) {
            return false;
        }
    }
}
