package org.seatside.server.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.seatside.json.Json;
import org.seatside.model.id.KioskId;
import org.seatside.model.roster.Kiosk;
import org.seatside.service.RefusedException;
import org.seatside.service.log.NotAppendedException;

/// What is called without Jersey answers as it would through Jersey.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class StraightCallsTest {
    private static final Kiosk KIOSK =
            new Kiosk(KioskId.of("00000000-0000-7000-8000-000000000001"), "Kiosk", null, "key", false);
    private static final Origins ORIGINS = new Origins();
    private static final String GOOD = "Bearer good";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private WebServer web;

    public record Said(String word, @Nullable Said inner) {}

    @Path("/straight")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public static final class StraightResource {
        @POST
        @Straight
        @For(Audience.KIOSK)
        public Said say(@Nullable Said said, @Context SecurityContext security) {
            return answer(said, security);
        }
    }

    @Path("/jersey")
    @Consumes(MediaType.APPLICATION_JSON)
    @Produces(MediaType.APPLICATION_JSON)
    public static final class JerseyResource {
        @POST
        @For(Audience.KIOSK)
        public Said say(@Nullable Said said, @Context SecurityContext security) {
            return answer(said, security);
        }
    }

    private static Said answer(@Nullable Said said, SecurityContext security) {
        String word = said == null ? "nothing" : said.word();
        return switch (word) {
            case "refuse" -> throw new RefusedException(RefusedException.Kind.CONFLICT, "no", "Not this.");
            case "unrecorded" -> throw new NotAppendedException("none");
            case "break" -> throw new IllegalStateException("broken");
            case "overflow" -> throw new StackOverflowError();
            default -> new Said(word + " to " + Caller.kiosk(security).name() + " from " + ORIGINS.get(), said);
        };
    }

    @BeforeAll
    void start() throws IOException {
        Authenticator authenticator = token -> switch (token) {
            case "good" -> Optional.of(new Caller.Device(KIOSK));
            case "nobody" -> Optional.of(new Caller.Nobody());
            default -> Optional.empty();
        };
        web = WebServer.start(
                WebServer.Listening.locally(),
                authenticator,
                new Json(),
                new RequestMetrics(),
                List.of(new StraightResource(), new JerseyResource(), ORIGINS));
    }

    @AfterAll
    void stop() {
        web.close();
    }

    static Stream<Arguments> requests() {
        return Stream.of(
                Arguments.of("good", "{\"word\":\"hi\"}", Map.of("Authorization", GOOD)),
                Arguments.of("no token", "{\"word\":\"hi\"}", Map.of()),
                Arguments.of("forged token", "{\"word\":\"hi\"}", Map.of("Authorization", "Bearer forged")),
                Arguments.of("another scheme", "{\"word\":\"hi\"}", Map.of("Authorization", "Basic good")),
                Arguments.of("not a kiosk", "{\"word\":\"hi\"}", Map.of("Authorization", "Bearer nobody")),
                Arguments.of("no body", "", Map.of("Authorization", GOOD)),
                Arguments.of("no JSON", "{", Map.of("Authorization", GOOD)),
                Arguments.of("missing field", "{}", Map.of("Authorization", GOOD)),
                Arguments.of("missing inner field", "{\"word\":\"hi\",\"inner\":{}}", Map.of("Authorization", GOOD)),
                Arguments.of("half a character", "{\"word\":\"\\ud800\"}", Map.of("Authorization", GOOD)),
                Arguments.of("refused", "{\"word\":\"refuse\"}", Map.of("Authorization", GOOD)),
                Arguments.of("not recorded", "{\"word\":\"unrecorded\"}", Map.of("Authorization", GOOD)),
                Arguments.of("defect", "{\"word\":\"break\"}", Map.of("Authorization", GOOD)),
                Arguments.of("error", "{\"word\":\"overflow\"}", Map.of("Authorization", GOOD)),
                Arguments.of("text", "hi", Map.of("Authorization", GOOD, "Content-Type", "text/plain")),
                Arguments.of(
                        "with a charset",
                        "{\"word\":\"hi\"}",
                        Map.of("Authorization", GOOD, "Content-Type", "application/json; charset=utf-8")),
                Arguments.of(
                        "compressed", "{\"word\":\"hi\"}", Map.of("Authorization", GOOD, "Content-Encoding", "gzip")),
                Arguments.of("takes text", "{\"word\":\"hi\"}", Map.of("Authorization", GOOD, "Accept", "text/html")),
                Arguments.of("takes all", "{\"word\":\"hi\"}", Map.of("Authorization", GOOD, "Accept", "*/*")),
                Arguments.of(
                        "takes JSON and problems",
                        "{\"word\":\"hi\"}",
                        Map.of("Authorization", GOOD, "Accept", "application/json, application/problem+json")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void straightAnswersAsJersey(String name, String body, Map<String, String> headers) throws Exception {
        assertEquals(exchange("POST", "/jersey", body, headers), exchange("POST", "/straight", body, headers), name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "DELETE", "HEAD"})
    void otherVerbsAreJerseys(String verb) throws Exception {
        assertEquals(
                exchange(verb, "/jersey", "", Map.of("Authorization", GOOD)),
                exchange(verb, "/straight", "", Map.of("Authorization", GOOD)));
    }

    /// Status, the headers that matter, and the body without what is drawn by chance.
    private List<String> exchange(String verb, String path, String body, Map<String, String> headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(web.uri().resolve(path));
        new TreeMap<>(headers).forEach(request::header);
        if (!headers.containsKey("Content-Type")) {
            request.header("Content-Type", "application/json");
        }
        request.method(
                verb, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        HttpResponse<String> answer = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return List.of(
                Integer.toString(answer.statusCode()),
                new TreeMap<>(answer.headers().map())
                        .toString()
                        .replaceAll("(?i)content-length=\\[\\d+], ?|date=\\[[^\\]]*],? ?", ""),
                answer.body().replaceAll("\"incident\":\"[^\"]+\"", "\"incident\":\"x\""));
    }

    @Path("/bad/{id}")
    public static final class WithTemplate {
        @POST
        @Straight
        @For(Audience.KIOSK)
        public Said say(@Nullable Said said) {
            return new Said("", said);
        }
    }

    @Path("/bad")
    public static final class WithParameter {
        @POST
        @Straight
        @For(Audience.KIOSK)
        public Said say(@Nullable Said said, @PathParam("id") String id) {
            return new Said(id, said);
        }
    }

    @Path("/bad")
    public static final class Reading {
        @GET
        @Straight
        @For(Audience.KIOSK)
        public Said say(@Nullable Said said) {
            return new Said("", said);
        }
    }

    static Stream<Supplier<Object>> misused() {
        return Stream.of(WithTemplate::new, WithParameter::new, Reading::new);
    }

    @ParameterizedTest
    @MethodSource("misused")
    void methodThatCannotBeCalledSoKeepsTheServerFromStarting(Supplier<Object> resource) {
        assertThrows(
                IllegalStateException.class,
                () -> new StraightCalls(List.of(resource.get()), _ -> Optional.empty(), new JsonBodies(new Json())));
    }

    @Test
    void pathIsTheWholePath() throws Exception {
        URI uri = web.uri().resolve("/straight/");

        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(uri)
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"word\":\"hi\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertEquals(401, answer.statusCode());
    }
}
