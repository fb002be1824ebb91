package org.seatside.server.http;

import java.util.Locale;
import java.util.UUID;
import org.eclipse.jetty.http.HttpStatus;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Problem;
import org.seatside.service.RefusedException;

/// Errors as the wire says them (RFC 9457): a constant kind, what to do, nobody's data, never a stack.
final class Problems {
    static final String MEDIA_TYPE = "application/problem+json";

    private Problems() {}

    static Problem of(int status, String code, @Nullable String detail) {
        return new Problem("/problems/" + code, title(status), status, detail, null);
    }

    /// A status nobody had more to say about.
    static Problem of(int status) {
        return of(status, title(status).toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-"), null);
    }

    static Problem of(RefusedException refused) {
        return of(status(refused.kind()), refused.code(), refused.getMessage());
    }

    static Problem unexpected(UUID incident) {
        return new Problem(
                "/problems/unexpected",
                title(500),
                500,
                "Something went wrong in the node. Its log says what, under the incident's id.",
                incident.toString());
    }

    private static int status(RefusedException.Kind kind) {
        return switch (kind) {
            case INVALID -> 400;
            case UNAUTHENTICATED -> 401;
            case FORBIDDEN -> 403;
            case NOT_FOUND -> 404;
            case CONFLICT -> 409;
            case STALE -> 412;
            case TOO_MANY_ATTEMPTS -> 429;
        };
    }

    private static String title(int status) {
        String title = HttpStatus.getMessage(status);
        return title == null ? "Error" : title;
    }
}
