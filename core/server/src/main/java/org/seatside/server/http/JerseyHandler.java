package org.seatside.server.http;

import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.ByteBuffer;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.seatside.json.Json;

/// Hands requests from Jetty to Jersey, the usual ones for [Straight] methods to these at once. Bodies are read
/// whole before, capped in size and time, so that no resource waits for a slow client; answers are whole too,
/// with their length, except event streams.
///
/// Jersey's own bridge streams bodies, answers errors in HTML and rethrows what it has answered.
final class JerseyHandler extends Handler.Abstract {
    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final URI BASE = URI.create("http://node/");

    private static final HttpField JSON = new PreEncodedHttpField(HttpHeader.CONTENT_TYPE, "application/json");
    private static final HttpField NO_SNIFFING = new PreEncodedHttpField("X-Content-Type-Options", "nosniff");
    private static final HttpField NO_STORE = new PreEncodedHttpField(HttpHeader.CACHE_CONTROL, "no-store");

    private final ApplicationHandler application;
    private final StraightCalls straight;
    private final ProblemMapper problems;
    private final RequestMetrics metrics;
    private final Json json;
    private final Duration longestBody;

    /// @param longestBody time that a body may take
    JerseyHandler(
            ApplicationHandler application,
            StraightCalls straight,
            ProblemMapper problems,
            RequestMetrics metrics,
            Json json,
            Duration longestBody) {
        this.longestBody = longestBody;
        this.metrics = metrics;
        this.application = application;
        this.straight = straight;
        this.problems = problems;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        metrics.begun();
        long begun = System.nanoTime();
        Request.addCompletionListener(request, _ -> metrics.ended(response.getStatus(), System.nanoTime() - begun));
        response.getHeaders().put(NO_SNIFFING).put(NO_STORE);
        if (!METHODS.contains(request.getMethod())) {
            refuse(405, response, callback);
            return true;
        }
        if (isEncoded(request)) {
            hangUpAfter(response);
            refuse(415, response, callback); // nothing of ours compresses, and what unpacks has no size
            return true;
        }
        Optional<URI> uri = uri(request);
        if (uri.isEmpty()) {
            refuse(400, response, callback);
            return true;
        }
        switch (RequestBody.read(request, longestBody)) {
            case RequestBody.TooLarge _ -> {
                hangUpAfter(response);
                refuse(413, response, callback);
            }
            case RequestBody.TooSlow _ -> {
                hangUpAfter(response);
                refuse(408, response, callback);
            }
            case RequestBody.Whole body -> {
                StraightCalls.StraightCall call = straight.find(request);
                if (call != null) {
                    answer(call, request, body, response, callback);
                } else {
                    pass(request, uri.get(), body.stream(), response, callback);
                }
            }
        }
        return true;
    }

    private static boolean isEncoded(Request request) {
        String encoding = request.getHeaders().get(HttpHeader.CONTENT_ENCODING);
        return encoding != null && !encoding.equalsIgnoreCase("identity");
    }

    private void answer(
            StraightCalls.StraightCall call,
            Request request,
            RequestBody.Whole body,
            Response response,
            Callback callback) {
        byte[] answer;
        try {
            answer = json.write(call.call(request, body.content()));
        } catch (Throwable e) {
            // Errors too: somebody waits for an answer.
            refused(problems.toResponse(e), response, callback);
            return;
        }
        response.setStatus(200);
        response.getHeaders().put(JSON);
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, answer.length);
        response.write(true, ByteBuffer.wrap(answer), callback);
    }

    private void refused(jakarta.ws.rs.core.Response why, Response response, Callback callback) {
        response.setStatus(why.getStatus());
        why.getStringHeaders()
                .forEach((name, values) ->
                        values.forEach(value -> response.getHeaders().add(name, value)));
        JettyProblems.write(response, callback, json.write(why.getEntity()));
    }

    private void pass(Request request, URI uri, InputStream body, Response response, Callback callback) {
        ContainerRequest jersey = new ContainerRequest(
                BASE,
                uri,
                request.getMethod(),
                new Anonymous(),
                new MapPropertiesDelegate(),
                application.getConfiguration());
        for (HttpField field : request.getHeaders()) {
            jersey.header(field.getName(), field.getValue() == null ? "" : field.getValue());
        }
        jersey.setProperty(Origins.ADDRESS, Request.getRemoteAddr(request));
        jersey.setEntityStream(body);
        jersey.setWriter(new JerseyAnswer(request, response, callback, json));
        application.handle(jersey);
    }

    private void refuse(int status, Response response, Callback callback) {
        response.setStatus(status);
        JettyProblems.write(response, callback, json.write(Problems.of(status)));
    }

    /// What is left of the body will not be read, so the connection cannot carry another request.
    private static void hangUpAfter(Response response) {
        response.getHeaders().put(HttpHeader.CONNECTION, "close");
    }

    private static Optional<URI> uri(Request request) {
        String query = request.getHttpURI().getQuery();
        try {
            return Optional.of(
                    new URI("http://node" + request.getHttpURI().getPath() + (query == null ? "" : "?" + query)));
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }

    private record Anonymous() implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return new Caller.Nobody();
        }

        @Override
        public boolean isUserInRole(String role) {
            return false;
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "";
        }
    }
}
