package org.seatside.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpServer;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.service.hook.HookSender.Answer;

class WebhookHttpTest {
    private static final byte[] BODY = {'{', '}'};

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://example.org/hook",
                "https://user:secret@example.org/",
                "https://example.org/#x",
                "https:///nohost",
                "ftp://example.org/",
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://192.168.0.1/",
                "https://172.16.0.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://[::1]/",
                "https://[fd00::1]/",
                "https://[fe80::1]/",
                "https://[::ffff:127.0.0.1]/",
            })
    void refusesAddressesThatLeadInside(String address) {
        try (WebhookHttp http = new WebhookHttp(Set.of())) {
            assertFalse(http.allows(URI.create(address)));
            assertEquals(new Answer.Forbidden(), http.post(URI.create(address), Map.of(), BODY));
        }
    }

    @Test
    void refusesANameThatStandsForAnInnerAddress() {
        try (WebhookHttp http = new WebhookHttp(Set.of())) {
            assertTrue(http.allows(URI.create("https://localhost/hook")));
            assertEquals(new Answer.Forbidden(), http.post(URI.create("https://localhost/hook"), Map.of(), BODY));
        }
    }

    @Test
    void postsWhereTheConfigurationAllowsItAndFollowsNobodyElsewhere() throws Exception {
        AtomicInteger elsewhere = new AtomicInteger();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/hook", exchange -> {
            exchange.getRequestBody().readAllBytes();
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestHeaders().containsKey("webhook-id") ? 302 : 204, -1);
            exchange.close();
        });
        server.createContext("/elsewhere", exchange -> {
            elsewhere.incrementAndGet();
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
        try (WebhookHttp http = new WebhookHttp(Set.of("127.0.0.1"))) {
            URI address = URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hook");

            assertEquals(new Answer.Status(204), http.post(address, Map.of(), BODY));
            assertEquals(new Answer.Status(302), http.post(address, Map.of("webhook-id", "x"), BODY));
            assertEquals(0, elsewhere.get());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void saysWhenNobodyAnswers() {
        try (WebhookHttp http = new WebhookHttp(Set.of("127.0.0.1"))) {
            assertEquals(new Answer.Broken("BROKEN"), http.post(URI.create("http://127.0.0.1:1/"), Map.of(), BODY));
        }
    }
}
