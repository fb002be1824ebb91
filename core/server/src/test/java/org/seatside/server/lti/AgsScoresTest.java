package org.seatside.server.lti;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPublicKey;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.seatside.json.Json;
import org.seatside.service.lms.LmsCourse;
import org.seatside.service.lms.LmsException;
import org.seatside.service.lms.LmsScore;

/// Against a platform that checks what it is sent.
final class AgsScoresTest {
    private static final Instant NOW = Instant.parse("2026-03-02T00:00:00Z");

    private final List<String> heard = Collections.synchronizedList(new ArrayList<>());
    private final AtomicInteger tokens = new AtomicInteger();
    private volatile int expired;
    private HttpServer server;
    private KeyPair keys;
    private AgsScores scores;

    @BeforeEach
    void start() throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        keys = generator.generateKeyPair();
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
        server.createContext("/token", this::token);
        server.createContext("/members", exchange -> answer(exchange, 200, """
                {"id":"x","members":[{"user_id":"u-1","lis_person_sourcedid":"20260001","roles":["Learner"]},
                {"user_id":"u-2"}]}"""));
        server.createContext("/items/7/scores", this::score);
        server.start();
        scores = new AgsScores(
                at("/token"), "client-1", keys.getPrivate(), "key-1", new Json(), InstantSource.fixed(NOW));
    }

    @AfterEach
    void stop() {
        scores.close();
        server.stop(0);
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = new java.util.HashMap<>();
        for (String pair : new String(exchange.getRequestBody().readAllBytes(), UTF_8).split("&", -1)) {
            String[] parts = pair.split("=", 2);
            form.put(parts[0], URLDecoder.decode(parts[1], UTF_8));
        }
        try {
            SignedJWT assertion = SignedJWT.parse(form.get("client_assertion"));
            boolean good = assertion.verify(new RSASSAVerifier((RSAPublicKey) keys.getPublic()))
                    && "key-1".equals(assertion.getHeader().getKeyID())
                    && "client-1".equals(assertion.getJWTClaimsSet().getSubject())
                    && assertion
                            .getJWTClaimsSet()
                            .getAudience()
                            .equals(List.of(at("/token").toString()))
                    && "client_credentials".equals(form.get("grant_type"));
            answer(
                    exchange,
                    good ? 200 : 400,
                    "{\"access_token\":\"t" + tokens.incrementAndGet() + "\",\"expires_in\":3600}");
        } catch (java.text.ParseException | com.nimbusds.jose.JOSEException e) {
            answer(exchange, 400, "{}");
        }
    }

    private void score(HttpExchange exchange) throws IOException {
        String bearer = exchange.getRequestHeaders().getFirst("Authorization");
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean refused = Integer.parseInt(bearer.substring("Bearer t".length())) <= expired;
        if (!refused) {
            heard.add(exchange.getRequestHeaders().getFirst("Content-Type") + " "
                    + exchange.getRequestURI().getQuery() + " " + body);
        }
        answer(exchange, refused ? 401 : 200, "{}");
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    private LmsCourse course(String item) {
        return new LmsCourse("CSE101-01", at(item), at("/members"));
    }

    @Test
    void aScoreArrivesAsTheStandardSaysItAndUsersComeByTheirNumbers() throws Exception {
        assertEquals(Map.of("20260001", "u-1"), scores.users(course("/items/7")));

        scores.post(course("/items/7?type=x"), new LmsScore("u-1", 87, NOW));

        assertEquals(
                List.of("application/vnd.ims.lis.v1.score+json type=x {\"userId\":\"u-1\",\"scoreGiven\":87,"
                        + "\"scoreMaximum\":100,\"timestamp\":\"2026-03-02T00:00:00Z\","
                        + "\"activityProgress\":\"InProgress\",\"gradingProgress\":\"FullyGraded\"}"),
                heard);
        assertEquals(1, tokens.get(), "one sign-in for both");
    }

    @Test
    void aTokenThatIsRefusedIsReplacedOnceAndNoMore() throws Exception {
        scores.users(course("/items/7"));
        expired = 1;
        scores.post(course("/items/7"), new LmsScore("u-1", 50, NOW));
        assertEquals(2, tokens.get());
        assertEquals(1, heard.size());

        expired = 99;
        LmsException refused =
                assertThrows(LmsException.class, () -> scores.post(course("/items/7"), new LmsScore("u-1", 60, NOW)));

        assertEquals("it answered 401", refused.getMessage());
        assertEquals(3, tokens.get());
    }

    @Test
    void whatIsNotThereIsToldWithoutNames() {
        LmsException missing =
                assertThrows(LmsException.class, () -> scores.post(course("/nowhere"), new LmsScore("u-1", 60, NOW)));

        assertEquals("it answered 404", missing.getMessage());
        server.stop(0);
        LmsException broken =
                assertThrows(LmsException.class, () -> scores.post(course("/items/7"), new LmsScore("u-1", 60, NOW)));
        assertEquals("the connection broke", broken.getMessage());
    }
}
