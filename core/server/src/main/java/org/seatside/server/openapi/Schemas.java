package org.seatside.server.openapi;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.annotation.JsonValue;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Types as JSON Schema 2020-12, the way the one mapper writes them: records are objects whose properties are there
/// unless they may be null, sealed types tell their variants apart by a property. One thread at a time.
final class Schemas {
    private static final Map<Class<?>, Map<String, Object>> PLAIN = Map.ofEntries(
            Map.entry(String.class, Map.of("type", "string")),
            Map.entry(CharSequence.class, Map.of("type", "string")),
            Map.entry(boolean.class, Map.of("type", "boolean")),
            Map.entry(Boolean.class, Map.of("type", "boolean")),
            Map.entry(int.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(Integer.class, Map.of("type", "integer", "format", "int32")),
            Map.entry(long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(Long.class, Map.of("type", "integer", "format", "int64")),
            Map.entry(double.class, Map.of("type", "number", "format", "double")),
            Map.entry(Double.class, Map.of("type", "number", "format", "double")),
            Map.entry(byte[].class, Map.of("type", "string", "contentEncoding", "base64")),
            Map.entry(UUID.class, Map.of("type", "string", "format", "uuid")),
            Map.entry(Instant.class, Map.of("type", "string", "format", "date-time")),
            Map.entry(LocalDate.class, Map.of("type", "string", "format", "date")),
            Map.entry(LocalTime.class, Map.of("type", "string", "format", "time")),
            Map.entry(Duration.class, Map.of("type", "string", "format", "duration")));

    private final Map<String, Object> named = new TreeMap<>();

    /// What was named on the way, for `components/schemas`.
    Map<String, Object> named() {
        return named;
    }

    /// @throws IllegalStateException for a type that nobody said how to describe
    Map<String, Object> of(Type type) {
        return of(type, Map.of());
    }

    private Map<String, Object> of(Type type, Map<TypeVariable<?>, Type> arguments) {
        return switch (type) {
            case TypeVariable<?> variable -> of(Objects.requireNonNull(arguments.get(variable)), arguments);
            case ParameterizedType generic -> ofGeneric(generic, arguments);
            case Class<?> plain -> ofClass(plain);
            default -> throw unknown(type);
        };
    }

    private Map<String, Object> ofGeneric(ParameterizedType type, Map<TypeVariable<?>, Type> outer) {
        Class<?> raw = (Class<?>) type.getRawType();
        Type[] given = type.getActualTypeArguments();
        if (Collection.class.isAssignableFrom(raw)) {
            return Map.of("type", "array", "items", of(given[0], outer));
        }
        if (Map.class.isAssignableFrom(raw)) {
            return Map.of("type", "object", "additionalProperties", of(given[1], outer));
        }
        if (!raw.isRecord()) {
            throw unknown(type);
        }
        Map<TypeVariable<?>, Type> arguments = new LinkedHashMap<>();
        StringBuilder name = new StringBuilder(raw.getSimpleName());
        for (int i = 0; i < given.length; i++) {
            Type argument = given[i] instanceof TypeVariable<?> variable
                    ? Objects.requireNonNull(outer.get(variable))
                    : given[i];
            arguments.put(raw.getTypeParameters()[i], argument);
            name.append("Of").append(argument instanceof Class<?> known ? name(known) : "Several");
        }
        return reference(name.toString(), () -> object(raw, arguments));
    }

    private Map<String, Object> ofClass(Class<?> type) {
        Map<String, Object> plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        Optional<Type> value = value(type);
        if (value.isPresent()) {
            return of(value.get());
        }
        if (type.isEnum()) {
            List<String> names = Arrays.stream(type.getEnumConstants())
                    .map(constant -> ((Enum<?>) constant).name())
                    .toList();
            return reference(name(type), () -> Map.of("type", "string", "enum", names));
        }
        if (type.isRecord()) {
            return reference(name(type), () -> object(type, Map.of()));
        }
        if (type.isAnnotationPresent(JsonTypeInfo.class)) {
            return reference(name(type), () -> union(type));
        }
        throw unknown(type);
    }

    /// What a type is written as instead of itself.
    private static Optional<Type> value(Class<?> type) {
        Stream<Type> components = type.isRecord()
                ? Arrays.stream(type.getRecordComponents())
                        .filter(component ->
                                Objects.requireNonNull(component.getAccessor()).isAnnotationPresent(JsonValue.class))
                        .map(RecordComponent::getGenericType)
                : Stream.of();
        Stream<Type> methods = Arrays.stream(type.getMethods())
                .filter(method -> method.isAnnotationPresent(JsonValue.class))
                .map(Method::getGenericReturnType);
        return Stream.concat(components, methods).findFirst();
    }

    private Map<String, Object> object(Class<?> record, Map<TypeVariable<?>, Type> arguments) {
        Map<String, Object> properties = new LinkedHashMap<>();
        List<String> required = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            properties.put(component.getName(), of(component.getGenericType(), arguments));
            if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
                required.add(component.getName());
            }
        }
        Map<String, Object> object = new LinkedHashMap<>();
        object.put("type", "object");
        object.put("properties", properties);
        if (!required.isEmpty()) {
            object.put("required", required);
        }
        return object;
    }

    private Map<String, Object> union(Class<?> type) {
        String property = type.getAnnotation(JsonTypeInfo.class).property();
        List<Object> variants = new ArrayList<>();
        Map<String, Object> mapping = new LinkedHashMap<>();
        for (JsonSubTypes.Type variant : type.getAnnotation(JsonSubTypes.class).value()) {
            Map<String, Object> tagged = reference(name(variant.value()) + "Variant", () -> {
                Map<String, Object> object = new LinkedHashMap<>(object(variant.value(), Map.of()));
                Map<String, Object> properties = new LinkedHashMap<>();
                properties.put(property, Map.of("type", "string", "const", variant.name()));
                properties.putAll((Map<String, ?>) asMap(object.get("properties")));
                object.put("properties", properties);
                List<Object> required = new ArrayList<>(List.of(property));
                if (object.get("required") instanceof List<?> others) {
                    required.addAll(others);
                }
                object.put("required", required);
                return object;
            });
            variants.add(tagged);
            mapping.put(variant.name(), String.valueOf(tagged.get("$ref")));
        }
        return Map.of("oneOf", variants, "discriminator", Map.of("propertyName", property, "mapping", mapping));
    }

    @SuppressWarnings("unchecked") // made a few lines above
    private static Map<String, ?> asMap(@Nullable Object properties) {
        return (Map<String, ?>) Objects.requireNonNull(properties);
    }

    private interface Making {
        Map<String, Object> make();
    }

    /// The name is taken before its schema is made, so that a type may hold its own kind.
    private Map<String, Object> reference(String name, Making making) {
        if (!named.containsKey(name)) {
            named.put(name, Map.of());
            named.put(name, making.make());
        }
        return Map.of("$ref", "#/components/schemas/" + name);
    }

    private static String name(Class<?> type) {
        Class<?> around = type.getDeclaringClass();
        return (around == null ? "" : name(around)) + type.getSimpleName();
    }

    private static IllegalStateException unknown(Type type) {
        return new IllegalStateException("Say in " + Schemas.class.getSimpleName() + " how " + type + " is described");
    }
}
