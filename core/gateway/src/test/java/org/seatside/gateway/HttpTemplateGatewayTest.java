package org.seatside.gateway;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.seatside.model.roster.Room;
import org.seatside.model.roster.Student;
import org.seatside.service.gateway.AttendanceGateway;
import org.seatside.service.gateway.AttendanceGateway.Answer;
import org.seatside.service.gateway.AttendanceGateway.Call;

final class HttpTemplateGatewayTest extends AttendanceGatewayContract {
    private static final Map<String, String> JSON = Map.of("Content-Type", "application/json; charset=utf-8");
    private static final Call HOSTILE = new Call(
            CALL.id(),
            new Student(CALL.student().id(), "20231234", "a\"b\\c\r\nX: 1&d=e /%", true),
            CALL.room(),
            CALL.at());

    @Override
    AttendanceGateway gateway(String address, GatewayTimeouts timeouts) {
        return new HttpTemplateGateway(
                template("POST", address, JSON, "{\"n\":\"${student.number}\"}", null, null, null), timeouts);
    }

    private static HttpTemplate template(
            String method,
            String url,
            Map<String, String> headers,
            @Nullable String body,
            @Nullable String accepted,
            @Nullable String acceptedBody,
            @Nullable String rejectedBody) {
        return new HttpTemplate(method, url, headers, body, accepted, acceptedBody, rejectedBody);
    }

    private static String sent(HttpTemplate template, Call call) throws IOException {
        try (ScriptedService service = new ScriptedService(ScriptedService.Script.answer(200, "ok"));
                HttpTemplateGateway gateway = new HttpTemplateGateway(
                        template(
                                template.method(),
                                service.address() + template.url(),
                                template.headers(),
                                template.body(),
                                null,
                                null,
                                null),
                        QUICK)) {
            assertEquals(new Answer.Accepted(), gateway.send(call));
            return service.requests().getFirst();
        }
    }

    @Test
    void addressTakesEveryPlaceEncoded() throws IOException {
        String request = sent(
                template(
                        "GET",
                        "/r/${room.tag}/${room.name}?n=${student.number}&who=${student.name}&i=${id}"
                                + "&t=${at|yyyyMMdd HH:mm|Asia/Seoul}",
                        Map.of(),
                        null,
                        null,
                        null,
                        null),
                CALL);

        assertEquals(
                "GET /r/19C4/19C4?n=20231234&who=%ED%99%8D%EA%B8%B8%EB%8F%99&i=01890000-0000-7000-8000-000000000001"
                        + "&t=20260302%2009%3A05 HTTP/1.1",
                request.lines().findFirst().orElse(""));
    }

    @Test
    void hostileNameStaysInsideItsJsonString() throws IOException {
        String request =
                sent(template("POST", "/mark", JSON, "{\"who\":\"${student.name}\"}", null, null, null), HOSTILE);

        assertTrue(
                request.endsWith("\n\n{\"who\":\"a\\\"b\\\\c\\u000d\\u000aX: 1&d=e /%\"}"),
                () -> "unexpected body in " + request);
    }

    @Test
    void hostileNameStaysInsideItsFormField() throws IOException {
        String request = sent(
                template(
                        "PUT",
                        "/mark",
                        Map.of("content-type", "application/x-www-form-urlencoded"),
                        "who=${student.name}&z=1",
                        null,
                        null,
                        null),
                HOSTILE);

        assertTrue(
                request.endsWith("\n\nwho=a%22b%5Cc%0D%0AX%3A%201%26d%3De%20%2F%25&z=1"),
                () -> "unexpected body in " + request);
    }

    @Test
    void hostileNameStaysInsideItsHeader() throws IOException {
        String request =
                sent(template("GET", "/mark", Map.of("X-Who", "<${student.name}>"), null, null, null, null), HOSTILE);

        assertTrue(request.contains("X-Who: <a\"b\\c%0D%0AX: 1&d=e /%25>\n"), request);
    }

    static Stream<Arguments> verdicts() {
        return Stream.of(
                Arguments.of(200, "{\"result\":\"OK\"}", new Answer.Accepted()),
                Arguments.of(200, "{\"result\":\"NO\"}", new Answer.Rejected("BODY_REJECTED")),
                Arguments.of(200, "<html>maintenance</html>", new Answer.Unknown("BODY_UNEXPECTED")),
                Arguments.of(409, "{\"result\":\"OK\"}", new Answer.Accepted()),
                Arguments.of(201, "{\"result\":\"OK\"}", new Answer.Unknown("HTTP_201")),
                Arguments.of(403, "{\"result\":\"OK\"}", new Answer.Unknown("HTTP_403")));
    }

    @ParameterizedTest
    @MethodSource("verdicts")
    void bodyHasTheLastWordWithinTheAcceptedStatuses(int status, String body, Answer expected) throws IOException {
        try (ScriptedService service = new ScriptedService(ScriptedService.Script.answer(status, body));
                HttpTemplateGateway gateway = new HttpTemplateGateway(
                        template("GET", service.address() + "/", Map.of(), null, "200, 409", "\"OK\"", "\"NO\""),
                        QUICK)) {
            assertEquals(expected, gateway.send(CALL));
        }
    }

    @Test
    void patternThatNeverEndsIsCutOff() throws IOException {
        try (ScriptedService service = new ScriptedService(ScriptedService.Script.answer(200, "a".repeat(4000)));
                HttpTemplateGateway gateway = new HttpTemplateGateway(
                        template("GET", service.address() + "/", Map.of(), null, null, "(a+)+b", null), QUICK)) {
            assertEquals(new Answer.Unknown("BODY_UNEXPECTED"), gateway.send(CALL));
        }
    }

    static Stream<Arguments> unusable() {
        String url = "http://host/mark";
        return Stream.of(
                Arguments.of(template("DELETE", url, Map.of(), null, null, null, null), "upstream.template.method"),
                Arguments.of(
                        template("GET", "http://${room.name}/", Map.of(), null, null, null, null),
                        "upstream.template.url"),
                Arguments.of(
                        template("GET", "http://host${room.name}/", Map.of(), null, null, null, null),
                        "upstream.template.url"),
                Arguments.of(
                        template("GET", "http://a@host/x", Map.of(), null, null, null, null), "upstream.template.url"),
                Arguments.of(
                        template("GET", url + "?${student}", Map.of(), null, null, null, null),
                        "upstream.template.url"),
                Arguments.of(
                        template("GET", url + "?${at|QQQQQQQ|Asia/Seoul}", Map.of(), null, null, null, null),
                        "upstream.template.url"),
                Arguments.of(
                        template("GET", url + "?${at|yyyy|Asia/Nowhere}", Map.of(), null, null, null, null),
                        "upstream.template.url"),
                Arguments.of(template("POST", url, Map.of(), "x", null, null, null), "upstream.template.body needs"),
                Arguments.of(
                        template("POST", url, JSON, "{\"n\":${student.number}}", null, null, null),
                        "upstream.template.body: in JSON"),
                Arguments.of(
                        template("GET", url, Map.of("Host", "x"), null, null, null, null), "upstream.template.headers"),
                Arguments.of(
                        template("GET", url, Map.of(), null, "abc", null, null), "upstream.template.accepted must"),
                Arguments.of(template("GET", url, Map.of(), null, null, "(", null), "upstream.template.acceptedBody"));
    }

    @ParameterizedTest
    @MethodSource("unusable")
    void templateThatCannotBeUsedNamesItsKey(HttpTemplate template, String message) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> new HttpTemplateGateway(template, QUICK));

        assertTrue(String.valueOf(refused.getMessage()).startsWith(message), refused.getMessage());
    }

    @Test
    void roomWithoutATagIsKnownUnlessTheTemplateNeedsTheTag() {
        Room plain = new Room(CALL.room().id(), "Hall", "", "", null);
        try (HttpTemplateGateway byName = new HttpTemplateGateway(
                        template("GET", "http://host/?r=${room.name}", Map.of(), null, null, null, null), QUICK);
                HttpTemplateGateway byTag = new HttpTemplateGateway(
                        template("GET", "http://host/?r=${room.tag}", Map.of(), null, null, null, null), QUICK)) {
            assertTrue(byName.knows(plain));
            assertFalse(byTag.knows(plain));
        }
    }
}
