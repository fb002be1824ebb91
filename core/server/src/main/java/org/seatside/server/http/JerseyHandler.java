package org.seatside.server.http;

import jakarta.ws.rs.core.SecurityContext;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.security.Principal;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.seatside.json.Json;

/// Hands requests from Jetty to Jersey. Bodies are read whole before, capped in size and time, so that no
/// resource waits for a slow client; answers are whole too, with their length, except event streams.
///
/// Jersey's own bridge streams bodies, answers errors in HTML and rethrows what it has answered.
final class JerseyHandler extends Handler.Abstract {
    /// Longest request body, in bytes.
    static final int MAX_BODY = 256 * 1024;

    /// Longest time from head to end of a body.
    static final Duration BODY_TIME = Duration.ofSeconds(15);

    private static final Set<String> METHODS = Set.of("GET", "HEAD", "POST", "PUT", "DELETE");
    private static final URI BASE = URI.create("http://node/");

    private final ApplicationHandler application;
    private final Json json;

    JerseyHandler(ApplicationHandler application, Json json) {
        this.application = application;
        this.json = json;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        response.getHeaders().put("X-Content-Type-Options", "nosniff");
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-store");
        if (!METHODS.contains(request.getMethod())) {
            refuse(405, response, callback);
            return true;
        }
        Optional<URI> uri = uri(request);
        if (uri.isEmpty()) {
            refuse(400, response, callback);
            return true;
        }
        switch (body(request)) {
            case Body.TooLarge _ -> {
                hangUpAfter(response);
                refuse(413, response, callback);
            }
            case Body.TooSlow _ -> {
                hangUpAfter(response);
                refuse(408, response, callback);
            }
            case Body.Whole(InputStream body) -> pass(request, uri.get(), body, response, callback);
        }
        return true;
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

    private static Body body(Request request) throws IOException {
        if (request.getLength() > MAX_BODY) {
            letCome(request);
            return new Body.TooLarge();
        }
        if (request.getLength() == 0) {
            return new Body.Whole(InputStream.nullInputStream());
        }
        long deadline = System.nanoTime() + BODY_TIME.toNanos();
        GrowingBody body = new GrowingBody(MAX_BODY);
        try (InputStream in = Content.Source.asInputStream(request)) {
            while (body.readFrom(in)) {
                if (body.isTooLarge()) {
                    return new Body.TooLarge();
                }
                if (System.nanoTime() - deadline > 0) {
                    return new Body.TooSlow();
                }
            }
        }
        return new Body.Whole(body.content());
    }

    /// A client that is cut off while it still writes never reads why. What is not far too long is let come, and
    /// thrown away.
    private static void letCome(Request request) throws IOException {
        if (request.getLength() > 4 * MAX_BODY) {
            return;
        }
        long deadline = System.nanoTime() + BODY_TIME.toNanos();
        byte[] chunk = new byte[8192];
        try (InputStream in = Content.Source.asInputStream(request)) {
            int read = 0;
            while (read >= 0 && System.nanoTime() - deadline < 0) {
                read = in.read(chunk);
            }
        }
    }

    private sealed interface Body {
        record Whole(InputStream content) implements Body {}

        record TooLarge() implements Body {}

        record TooSlow() implements Body {}
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
