package org.seatside.client;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.seatside.json.Json;
import org.seatside.model.api.About;
import org.seatside.model.api.NodeEntry;
import org.seatside.model.api.Paths;

final class NodeListTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final Json json = new Json();
    private final List<Member> members = new ArrayList<>();

    @AfterEach
    void stop() {
        members.forEach(member -> member.server.stop(0));
    }

    /// A node that says whether it is ready, which others there are, and nothing else.
    private final class Member {
        private final HttpServer server;
        private final AtomicInteger asked = new AtomicInteger();
        private final AtomicInteger listed = new AtomicInteger();
        private volatile int ready = 200;
        private volatile List<NodeEntry> known = List.of();

        Member() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.createContext(Paths.READY, it -> {
                try (it) {
                    FakeNode.send(it, ready, "text/plain", new byte[0]);
                }
            });
            server.createContext(Paths.NODES, it -> {
                try (it) {
                    FakeNode.send(it, 200, "application/json", json.write(known));
                }
                listed.incrementAndGet();
            });
            server.createContext(Paths.ABOUT, it -> {
                try (it) {
                    asked.incrementAndGet();
                    About about = new About("1", "Campus", "Asia/Seoul", false, NOW);
                    FakeNode.send(it, 200, "application/json", json.write(about));
                }
            });
            server.start();
            members.add(this);
        }

        URI uri() {
            return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        }

        NodeEntry entry(int weight) {
            return new NodeEntry(uri().toString(), uri().toString(), true, false, weight, "1", NOW);
        }
    }

    @Test
    void aClientThatWasToldOfOneNodeGoesOnWithAnotherWhenThatOneEnds() throws Exception {
        Member first = new Member();
        Member second = new Member();
        first.known = List.of(first.entry(100), second.entry(100));
        try (NodeClient client = new NodeClient(List.of(first.uri()), json)) {
            client.about();
            await().until(() -> first.listed.get() > 0);
            client.about();

            first.server.stop(0);

            await().ignoreExceptions().until(() -> client.about().version().equals("1") && second.asked.get() > 0);
        }
    }

    @Test
    void aNodeThatIsNotReadyIsLeftAlone() throws Exception {
        Member out = new Member();
        Member in = new Member();
        out.ready = 503;
        try (NodeClient client = new NodeClient(List.of(out.uri(), in.uri()), json)) {
            client.about();
        }

        assertEquals(0, out.asked.get());
        assertEquals(1, in.asked.get());
    }

    @Test
    void aWitnessIsLeftAloneAndWeightsAreKept() {
        URI told = URI.create("http://a:1");
        NodeList list = new NodeList(List.of(told));

        list.learn(List.of(entry("http://a:1", 7), entry("http://b:1", 0), entry("http://c:1", 300)));

        assertEquals(Map.of(told, 7, URI.create("http://c:1"), 300), list.weights());
    }

    @Test
    void aNodeIsNotBelievedAboutAuthoritiesNobodyTrusts() {
        URI told = URI.create("https://a:1#ca=" + "A".repeat(43));
        NodeList list = new NodeList(List.of(told));

        list.learn(List.of(
                entry("https://b:1#ca=" + "A".repeat(43), 100),
                entry("https://c:1#ca=" + "B".repeat(43), 100),
                entry("https://d:1", 100),
                entry("http://e:1", 100),
                entry("nonsense of a node", 100)));

        assertEquals(
                Set.of(told, URI.create("https://b:1#ca=" + "A".repeat(43))),
                list.weights().keySet());
    }

    private static NodeEntry entry(String address, int weight) {
        return new NodeEntry("n", address, true, false, weight, "1", NOW);
    }
}
