package org.seatside.server.resource;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.CommandId;
import org.seatside.service.RefusedException;

/// Reads the texts around a body, strictly, repeating none of them.
final class Requests {
    static final String IDEMPOTENCY_KEY = "Idempotency-Key";

    private static final Pattern UUID_TEXT =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern REVISION = Pattern.compile("\"([1-9][0-9]{0,8})\"");

    private static final LocalDate EARLIEST = LocalDate.of(1900, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(2200, 1, 1);

    private Requests() {}

    /// The id in a path.
    static <T> T id(String text, Function<String, T> of) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw new RefusedException(
                    RefusedException.Kind.NOT_FOUND, "not-found", "There is nothing under this address.");
        }
        return of.apply(text);
    }

    /// An id in a query; null where it is not given.
    static <T> @Nullable T optionalId(@Nullable String text, String name, Function<String, T> of) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        if (!UUID_TEXT.matcher(text).matches()) {
            throw invalid("query-malformed", "The parameter " + name + " is a UUID.");
        }
        return of.apply(text);
    }

    static @Nullable Instant optionalInstant(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw invalid("query-malformed", "The parameter " + name + " is an instant such as 2026-03-02T00:00:00Z.");
        }
    }

    static @Nullable LocalDate optionalDay(@Nullable String text, String name) {
        return text == null || text.isEmpty() ? null : day(text, name);
    }

    static LocalDate day(String text, String name) {
        try {
            LocalDate day = LocalDate.parse(text);
            if (!day.isBefore(EARLIEST) && day.isBefore(LATEST)) {
                return day;
            }
        } catch (DateTimeException _) {
            // refused as any other below
        }
        throw invalid("query-malformed", "The parameter " + name + " is a day such as 2026-03-02.");
    }

    /// What a page said stands before the next one; null for the first page.
    static @Nullable String cursor(@Nullable String after) {
        return optionalId(after, "after", text -> text);
    }

    /// The address and the body speak of one entry.
    static void same(Object inBody, Object inPath) {
        if (!inBody.equals(inPath)) {
            throw invalid("other-entry", "The address and the body name two entries.");
        }
    }

    static @Nullable Long optionalIndex(@Nullable String text, String name) {
        if (text == null || text.isEmpty()) {
            return null;
        }
        return index(text, name);
    }

    static long index(String text, String name) {
        if (!text.matches("[0-9]{1,18}")) {
            throw invalid("index-malformed", name + " is a log index.");
        }
        return Long.parseLong(text);
    }

    static int limit(@Nullable String text, int otherwise) {
        if (text == null || text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,6}")) {
            throw invalid("query-malformed", "The parameter limit is a number.");
        }
        return Integer.parseInt(text);
    }

    static CommandId command(@Nullable String key) {
        if (key == null || !UUID_TEXT.matcher(key).matches()) {
            throw invalid("idempotency-key-needed", "A change carries Idempotency-Key: a UUID, the same when resent.");
        }
        return CommandId.of(key);
    }

    static int revision(@Nullable String ifMatch) {
        Matcher matcher = REVISION.matcher(ifMatch == null ? "" : ifMatch);
        if (!matcher.matches()) {
            throw invalid("if-match-needed", "An edit carries If-Match: \"revision\", the one that was read.");
        }
        return Integer.parseInt(matcher.group(1));
    }

    /// A body where one is needed.
    static <T> T body(@Nullable T body) {
        if (body == null) {
            throw invalid("json-malformed", "This needs a body.");
        }
        return body;
    }

    static <T> T field(@Nullable T value, String name) {
        if (value == null) {
            throw invalid("json-malformed", "The field " + name + " is missing.");
        }
        return value;
    }

    private static RefusedException invalid(String code, String message) {
        return new RefusedException(RefusedException.Kind.INVALID, code, message);
    }
}
