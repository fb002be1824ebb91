package org.seatside.server;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.seatside.json.Json;
import org.seatside.json.MalformedJsonException;
import org.seatside.model.api.Problem;

/// Speaks HTTP to a node, as one caller.
final class Api {
    static final Json JSON = new Json();

    private final HttpClient client;
    private final URI base;
    private final @Nullable String token;

    private Api(HttpClient client, URI base, @Nullable String token) {
        this.client = client;
        this.base = base;
        this.token = token;
    }

    static Api at(URI base) {
        return new Api(
                HttpClient.newBuilder()
                        .version(HttpClient.Version.HTTP_1_1)
                        .connectTimeout(Duration.ofSeconds(5))
                        .build(),
                base,
                null);
    }

    Api as(@Nullable String bearer) {
        return new Api(client, base, bearer);
    }

    @Nullable
    String token() {
        return token;
    }

    URI base() {
        return base;
    }

    Answer get(String path) {
        return send("GET", path, null, Map.of());
    }

    Answer post(String path, Object body) {
        return send(
                "POST", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer put(String path, Object body) {
        return send(
                "PUT", path, body, Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer delete(String path) {
        return send(
                "DELETE",
                path,
                null,
                Map.of("Idempotency-Key", UUID.randomUUID().toString()));
    }

    Answer send(String method, String path, @Nullable Object body, Map<String, String> headers) {
        try {
            return exchange(method, path, body, headers);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Like [#send], for callers that expect the node to be away.
    Answer exchange(String method, String path, @Nullable Object body, Map<String, String> headers) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path)).timeout(Duration.ofSeconds(20));
        Map<String, String> all = new LinkedHashMap<>(headers);
        if (body != null) {
            all.putIfAbsent("Content-Type", "application/json");
        }
        if (token != null) {
            all.put("Authorization", "Bearer " + token);
        }
        all.forEach(request::header);
        request.method(
                method,
                body == null
                        ? HttpRequest.BodyPublishers.noBody()
                        : HttpRequest.BodyPublishers.ofByteArray(
                                body instanceof String text
                                        ? text.getBytes(StandardCharsets.UTF_8)
                                        : JSON.write(body)));
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    record Answer(HttpResponse<byte[]> response) {
        int status() {
            return response.statusCode();
        }

        String text() {
            return new String(response.body(), StandardCharsets.UTF_8);
        }

        <T> T as(Class<T> type) {
            expect(200);
            return read(type);
        }

        <T> T as(TypeReference<T> type) {
            expect(200);
            try {
                return JSON.read(response.body(), type);
            } catch (MalformedJsonException e) {
                throw new AssertionError(text(), e);
            }
        }

        Problem problem() {
            if (!response.headers().firstValue("Content-Type").orElse("").equals("application/problem+json")) {
                throw new AssertionError("no problem: " + this);
            }
            return read(Problem.class);
        }

        /// Status and kind, such as `409 number-taken`.
        String refusal() {
            Problem problem = problem();
            if (problem.status() != status()) {
                throw new AssertionError("two statuses: " + this);
            }
            return status() + " " + problem.type().substring("/problems/".length());
        }

        Answer expect(int status) {
            if (status() != status) {
                throw new AssertionError("expected " + status + ": " + this);
            }
            return this;
        }

        private <T> T read(Class<T> type) {
            try {
                return JSON.read(response.body(), type);
            } catch (MalformedJsonException e) {
                throw new AssertionError(text(), e);
            }
        }

        @Override
        public String toString() {
            return status() + " " + text();
        }
    }
}
