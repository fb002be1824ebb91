package org.seatside.gateway;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/// How to tell an HTTP service of an attendance. In `url`, the values of `headers` and `body`, these are filled in,
/// encoded for where they stand: `${student.number}`, `${student.name}`, `${room.tag}`, `${room.name}`, `${id}` (the
/// check-in's id, the same at every attempt) and `${at|pattern|zone}`.
///
/// @param method `GET`, `POST`, `PUT` or `PATCH`
/// @param url places only behind scheme, host and port
/// @param headers may hold secrets: never printed
/// @param body null for none; needs the header `Content-Type: application/json`, with places inside strings, or
///     `application/x-www-form-urlencoded`
/// @param accepted statuses of success, such as `200-299` or `200,201,409`; null for `200-299`
/// @param acceptedBody regular expression that the answer's body must contain to count as accepted; null for any
/// @param rejectedBody regular expression that makes it a refusal, also with a status of success; null for none
public record HttpTemplate(
        String method,
        String url,
        Map<String, String> headers,
        @Nullable String body,
        @Nullable String accepted,
        @Nullable String acceptedBody,
        @Nullable String rejectedBody) {
    public HttpTemplate {
        headers = Map.copyOf(headers);
    }

    @Override
    public String toString() {
        return "HttpTemplate[method=" + method + "]";
    }
}
