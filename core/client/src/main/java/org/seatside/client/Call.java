package org.seatside.client;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CommandId;

/// One request to a node.
///
/// @param path from the root, query included, percent-encoded
/// @param body becomes JSON; null for none
/// @param within the longest the whole exchange may take, body included
/// @param largestAnswer in bytes; a longer one is as good as none
record Call(
        String method,
        String path,
        @Nullable Object body,
        Map<String, String> headers,
        Duration within,
        int largestAnswer) {
    private static final Duration WITHIN = Duration.ofSeconds(10);
    private static final int LARGEST_ANSWER = 1 << 20;

    Call(String method, String path, @Nullable Object body, Map<String, String> headers, Duration within) {
        this(method, path, body, headers, within, LARGEST_ANSWER);
    }

    static Call get(String path) {
        return new Call("GET", path, null, Map.of(), WITHIN);
    }

    static Call change(String method, String path, @Nullable Object body, CommandId id) {
        return new Call(method, path, body, Map.of("Idempotency-Key", id.toString()), WITHIN);
    }

    Call with(String header, String value) {
        Map<String, String> more = new TreeMap<>(headers);
        more.put(header, value);
        return new Call(method, path, body, more, within, largestAnswer);
    }

    Call bearing(@Nullable String token) {
        return token == null ? this : with("Authorization", "Bearer " + token);
    }

    Call within(Duration limit) {
        return new Call(method, path, body, headers, limit, largestAnswer);
    }

    Call answeredWithAtMost(int bytes) {
        return new Call(method, path, body, headers, within, bytes);
    }

    /// Whether sending it twice does no more than sending it once.
    boolean resendable() {
        return method.equals("GET") || headers.containsKey("Idempotency-Key");
    }

    static String query(String path, Map<String, ?> parameters) {
        String query = parameters.entrySet().stream()
                .map(entry -> encode(entry.getKey()) + "=" + encode(String.valueOf(entry.getValue())))
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? path : path + "?" + query;
    }

    /// Percent-encodes a text so that it can stand in a path segment or a query.
    static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path.replaceAll("\\?.*", "");
    }
}
