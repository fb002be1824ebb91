package org.seatside.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.seatside.json.Json;
import org.seatside.model.attendance.CheckInEvent;
import org.seatside.model.attendance.Identification;
import org.seatside.model.attendance.UpstreamState;
import org.seatside.model.id.CheckInId;

final class ChangeFeedTest {
    private static final Duration SOON = Duration.ofSeconds(20);

    private final Json json = new Json();
    /// What each connection says in turn; empty ends it, a null byte holds it open in silence.
    private final BlockingQueue<String> streams = new LinkedBlockingQueue<>();
    private final List<@Nullable String> lastIds = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> seen = Collections.synchronizedList(new ArrayList<>());
    private final List<ChangeFeed.State> states = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Transport transport;

    private final ChangeFeed.Listener listener = new ChangeFeed.Listener() {
        @Override
        public void checkIn(CheckInEvent event) {
            seen.add(event.logIndex());
            if (event.logIndex() == 3) {
                throw new IllegalStateException("a listener's bug");
            }
        }

        @Override
        public void state(ChangeFeed.State state) {
            states.add(state);
        }
    };

    ChangeFeedTest() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/api/v1/events", this::handle);
        server.start();
        transport = new Transport(
                List.of(URI.create("http://127.0.0.1:" + server.getAddress().getPort())), json);
    }

    @AfterEach
    void stop() {
        transport.close();
        threads.shutdownNow();
        server.stop(0);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            lastIds.add(exchange.getRequestHeaders().getFirst("Last-Event-ID"));
            String stream = streams.take();
            if (stream.equals("401")) {
                FakeNode.send(
                        exchange,
                        401,
                        "application/problem+json",
                        "{\"type\":\"/problems/signed-out\",\"title\":\"\",\"status\":401}"
                                .getBytes(StandardCharsets.UTF_8));
                return;
            }
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(stream.getBytes(StandardCharsets.UTF_8));
            exchange.getResponseBody().flush();
            if (stream.endsWith("\0")) {
                String never = new LinkedBlockingQueue<String>().take();
                throw new IOException(never);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private String event(long index) {
        CheckInEvent event = new CheckInEvent(
                index,
                CheckInId.of("01890a5d-ac96-774b-bcce-b302099a8057"),
                "Present",
                Instant.EPOCH,
                Instant.EPOCH,
                Identification.PASS,
                FakeNode.KIOSK,
                "Seat 1",
                null,
                null,
                null,
                null,
                null,
                null,
                UpstreamState.NONE,
                false);
        return "event: check-in\nid: " + index + "\ndata: " + new String(json.write(event), StandardCharsets.UTF_8)
                + "\n\n";
    }

    private ChangeFeed follow(@Nullable Long after, Duration silence) {
        return new ChangeFeed(transport, () -> Optional.of("token"), after, listener, silence);
    }

    @Test
    void resumesAfterTheLastOneSeenWhateverHappensBetween() {
        streams.add(event(2) + event(3));
        streams.add(": alive\n\n" + event(4) + "event: later-version\nid: 5\ndata: ?\n\n");
        streams.add("event: check-in\nid: 6\ndata: {\n\n" + event(7) + "\0");
        try (ChangeFeed _ = follow(1L, SOON)) {
            await().atMost(SOON).until(() -> seen.size() == 4);

            assertEquals(List.of(2L, 3L, 4L, 7L), seen);
            assertEquals(List.of("1", "3", "5"), lastIds);
            assertEquals(
                    List.of(
                            ChangeFeed.State.CONNECTED,
                            ChangeFeed.State.LOST,
                            ChangeFeed.State.CONNECTED,
                            ChangeFeed.State.LOST,
                            ChangeFeed.State.CONNECTED),
                    states);
        }
    }

    @Test
    void silentConnectionCountsAsLost() {
        streams.add(event(1) + "\0");
        streams.add(event(2) + "\0");
        try (ChangeFeed _ = follow(null, Duration.ofMillis(400))) {
            await().atMost(SOON).until(() -> seen.size() == 2);

            assertEquals(List.of(1L, 2L), seen);
            assertTrue(states.contains(ChangeFeed.State.LOST));
        }
    }

    @Test
    void endsWhereTheNodeNoLongerLetsUs() {
        streams.add("401");
        try (ChangeFeed _ = follow(null, SOON)) {
            await().atMost(SOON).until(() -> states.size() == 1);

            assertEquals(List.of(ChangeFeed.State.REFUSED), states);
        }
    }

    @Test
    void closingEndsItInTimeWhileTheStreamIsSilent() {
        streams.add(event(1) + "\0");
        ChangeFeed feed = follow(null, SOON);
        await().atMost(SOON).until(() -> seen.size() == 1);

        long before = System.nanoTime();
        feed.close();

        assertTrue(Duration.ofNanos(System.nanoTime() - before).compareTo(Duration.ofSeconds(3)) < 0);
        assertEquals(List.of(ChangeFeed.State.CONNECTED), states);
    }
}
