package org.seatside.server.http;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.seatside.service.RefusedException;

/// Holds a body against its type before anybody uses it: what is not `@Nullable` is there, texts are Unicode,
/// instants are of this age. Jackson fills missing fields with null whatever the type says.
final class WellFormed {
    private static final Instant EARLIEST = Instant.parse("1900-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("2200-01-01T00:00:00Z");

    /// Reflection makes new objects whenever it is asked: it is asked once for each type.
    private static final ClassValue<List<Field>> FIELDS = new ClassValue<>() {
        @Override
        protected List<Field> computeValue(Class<?> type) {
            return Arrays.stream(type.getRecordComponents()).map(Field::of).toList();
        }
    };

    private WellFormed() {}

    private record Field(String name, Method accessor, boolean mayBeNull) {
        static Field of(RecordComponent component) {
            return new Field(
                    component.getName(),
                    Objects.requireNonNull(component.getAccessor()),
                    component.getAnnotatedType().isAnnotationPresent(Nullable.class));
        }

        @Nullable
        Object of(Record record) {
            try {
                return accessor.invoke(record);
            } catch (IllegalAccessException | InvocationTargetException e) {
                throw new IllegalStateException("bodies are public records", e);
            }
        }
    }

    /// @throws RefusedException naming the field
    static void check(Record body) {
        for (Field field : FIELDS.get(body.getClass())) {
            Object value = field.of(body);
            if (value == null) {
                if (!field.mayBeNull()) {
                    throw refused("The field " + field.name() + " is missing.");
                }
            } else {
                checkValue(field.name(), value);
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

    /// Whether no half of a surrogate pair stands alone.
    private static boolean isUnicode(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                boolean pair = Character.isHighSurrogate(text.charAt(i))
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static RefusedException refused(String message) {
        return new RefusedException(RefusedException.Kind.INVALID, "json-malformed", message);
    }
}
