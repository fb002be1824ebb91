package org.seatside.server.http;

import java.lang.reflect.AnnotatedType;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Collection;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seatside.service.RefusedException;

/// Holds a body against its type before anybody uses it: what is not `@Nullable` is there, texts are Unicode,
/// instants are of this age. Jackson fills missing fields with null whatever the type says.
final class WellFormed {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    private WellFormed() {}

    /// @throws RefusedException naming the field
    static void check(Record body) {
        for (RecordComponent component : body.getClass().getRecordComponents()) {
            Object value = value(component, body);
            if (value == null) {
                if (!mayBeNull(component.getAnnotatedType())) {
                    throw refused("The field " + component.getName() + " is missing.");
                }
            } else {
                checkValue(component.getName(), value);
            }
        }
    }

    private static void checkValue(String name, @Nullable Object value) {
        switch (value) {
            case null -> throw refused("The field " + name + " holds null.");
            case Record inner when inner.getClass().getPackageName().startsWith("org.seatside") -> check(inner);
            case Collection<?> many -> many.forEach(one -> checkValue(name, one));
            case String text when !isUnicode(text) -> throw refused("The field " + name + " holds half a character.");
            case Instant instant
            when instant.isBefore(EARLIEST) || instant.isAfter(LATEST) ->
                throw refused("The field " + name + " is no instant between 1900 and 2200.");
            default -> {
                // The type has said all there is to say.
            }
        }
    }

    private static boolean isUnicode(String text) {
        return text.codePoints()
                .noneMatch(point -> point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE);
    }

    private static boolean mayBeNull(AnnotatedType type) {
        return type.isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object value(RecordComponent component, Record record) {
        try {
            return Objects.requireNonNull(component.getAccessor()).invoke(record);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException("bodies are public records", e);
        }
    }

    private static RefusedException refused(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, "json-malformed", message);
    }
}
