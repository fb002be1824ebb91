package org.seatside.gateway;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seatside.model.roster.Room;
import org.seatside.service.gateway.AttendanceGateway;

/// A service described by an [HttpTemplate]. Thread-safe.
public final class HttpTemplateGateway implements AttendanceGateway, AutoCloseable {
    private static final Set<String> METHODS = Set.of("GET", "POST", "PUT", "PATCH");
    private static final Pattern ORIGIN = Pattern.compile("[a-zA-Z]+://[^/?#\\\\]+[/?].*", Pattern.DOTALL);
    private static final String JSON = "application/json";
    private static final String FORM = "application/x-www-form-urlencoded";

    private final String method;
    private final Template url;
    private final Map<String, Template> headers = new LinkedHashMap<>();
    private final @Nullable Template body;
    private final StatusSet accepted;
    private final @Nullable BodyPattern acceptedBody;
    private final @Nullable BodyPattern rejectedBody;
    private final boolean needsTag;
    private final GuardedHttp http;

    /// @throws IllegalArgumentException naming the key that cannot be used and what it may be
    public HttpTemplateGateway(HttpTemplate template, GatewayTimeouts timeouts) {
        method = template.method().toUpperCase(Locale.ROOT);
        if (!METHODS.contains(method)) {
            throw new IllegalArgumentException("upstream.template.method must be GET, POST, PUT or PATCH");
        }
        url = Template.parse("upstream.template.url", template.url(), Encoding.URL_COMPONENT);
        URI origin = origin(url.prefix());
        template.headers()
                .forEach((name, value) ->
                        headers.put(name, Template.parse("upstream.template.headers", value, Encoding.HEADER)));
        body = template.body() == null ? null : body(template.body(), contentType(template.headers()));
        accepted = new StatusSet(template.accepted() == null ? "200-299" : template.accepted());
        acceptedBody = pattern("upstream.template.acceptedBody", template.acceptedBody());
        rejectedBody = pattern("upstream.template.rejectedBody", template.rejectedBody());
        needsTag = url.needsTag()
                || headers.values().stream().anyMatch(Template::needsTag)
                || (body != null && body.needsTag());
        checkHeaders();
        http = new GuardedHttp(origin, timeouts);
    }

    private static URI origin(String prefix) {
        if (!ORIGIN.matcher(prefix).matches()) {
            throw new IllegalArgumentException(
                    "upstream.template.url must begin with http:// or https:// and a host; places come behind it");
        }
        int hostEnd = prefix.indexOf('/', prefix.indexOf("://") + 3);
        int queryAt = prefix.indexOf('?');
        int end = queryAt >= 0 && (hostEnd < 0 || queryAt < hostEnd) ? queryAt : hostEnd;
        return GuardedHttp.address("upstream.template.url", prefix.substring(0, end));
    }

    private static Template body(String text, String contentType) {
        Template template = switch (contentType) {
            case JSON -> Template.parse("upstream.template.body", text, Encoding.JSON_STRING);
            case FORM -> Template.parse("upstream.template.body", text, Encoding.URL_COMPONENT);
            default ->
                throw new IllegalArgumentException(
                        "upstream.template.body needs the header Content-Type: " + JSON + " or " + FORM);
        };
        if (contentType.equals(JSON) && !template.fillsOnlyJsonStrings()) {
            throw new IllegalArgumentException("upstream.template.body: in JSON, ${} must stand inside quotes");
        }
        return template;
    }

    private static String contentType(Map<String, String> headers) {
        return headers.entrySet().stream()
                .filter(header -> header.getKey().equalsIgnoreCase("Content-Type"))
                .map(header -> header.getValue().split(";", 2)[0].strip().toLowerCase(Locale.ROOT))
                .findFirst()
                .orElse("");
    }

    private static @Nullable BodyPattern pattern(String key, @Nullable String text) {
        return text == null ? null : new BodyPattern(key, text);
    }

    /// The client refuses some names and values; that must show at the start, not at the first attendance.
    private void checkHeaders() {
        HttpRequest.Builder probe = HttpRequest.newBuilder();
        headers.forEach((name, value) -> {
            try {
                probe.header(name, value.prefix());
            } catch (IllegalArgumentException _) {
                throw new IllegalArgumentException(
                        "upstream.template.headers: one of the names or values cannot be sent");
            }
        });
    }

    @Override
    public String kind() {
        return "http-template";
    }

    @Override
    public boolean knows(Room room) {
        return !needsTag || room.tag() != null;
    }

    @Override
    public Answer send(Call call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url.fill(call)));
        headers.forEach((name, value) -> request.header(name, value.fill(call)));
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofString(body.fill(call)));
        return switch (http.send(request)) {
            case GuardedHttp.Exchange.Broken broken -> new Answer.Unknown(broken.code());
            case GuardedHttp.Exchange.Answered answered -> judge(answered);
        };
    }

    private Answer judge(GuardedHttp.Exchange.Answered answered) {
        Optional<Answer> byStatus = Verdicts.ofStatus(answered.status());
        if (!accepted.contains(answered.status())) {
            return byStatus.orElseGet(() -> new Answer.Unknown("HTTP_" + answered.status()));
        }
        if (rejectedBody != null && rejectedBody.isIn(answered.body())) {
            return new Answer.Rejected("BODY_REJECTED");
        }
        if (acceptedBody != null && !acceptedBody.isIn(answered.body())) {
            return new Answer.Unknown("BODY_UNEXPECTED");
        }
        return new Answer.Accepted();
    }

    @Override
    public void close() {
        http.close();
    }
}
