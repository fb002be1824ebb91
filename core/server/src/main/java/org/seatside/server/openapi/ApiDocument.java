package org.seatside.server.openapi;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.seatside.model.api.Problem;
import org.seatside.server.http.Audience;
import org.seatside.server.http.For;

/// Resources as an OpenAPI 3.1 document. What a method takes and answers is read from the method, so the document
/// cannot fall behind.
public final class ApiDocument {
    private static final String JSON = "application/json";
    private static final Set<String> NEEDED_HEADERS = Set.of("Idempotency-Key", "If-Match");
    private static final List<Class<? extends Annotation>> VERBS =
            List.of(GET.class, POST.class, PUT.class, PATCH.class, DELETE.class);

    private final Schemas schemas = new Schemas();
    private final Map<String, Map<String, Object>> paths = new TreeMap<>();

    private ApiDocument() {}

    /// The document, ready to be written as JSON.
    ///
    /// @param resources objects with JAX-RS annotations; others are passed over
    /// @throws IllegalStateException for a type that cannot be described; the message names it
    public static Map<String, Object> of(String version, Collection<?> resources) {
        ApiDocument document = new ApiDocument();
        Map<String, Object> problem = document.schemas.of(Problem.class);
        resources.stream().map(Object::getClass).forEach(type -> document.add(type, problem));
        Map<String, Object> whole = new LinkedHashMap<>();
        whole.put("openapi", "3.1.0");
        whole.put("info", Map.of("title", "Seatside", "version", version));
        whole.put("paths", document.paths);
        whole.put(
                "components",
                Map.of(
                        "schemas",
                        document.schemas.named(),
                        "securitySchemes",
                        Map.of("bearer", Map.of("type", "http", "scheme", "bearer"))));
        return whole;
    }

    private void add(Class<?> resource, Map<String, Object> problem) {
        Path base = resource.getAnnotation(Path.class);
        if (base == null) {
            return;
        }
        for (Method method : resource.getMethods()) {
            verb(method).ifPresent(verb -> {
                Path own = method.getAnnotation(Path.class);
                String path = ("/" + base.value() + (own == null ? "" : "/" + own.value())).replaceAll("/{2,}", "/");
                paths.computeIfAbsent(path, _ -> new TreeMap<>()).put(verb, operation(resource, method, problem));
            });
        }
    }

    private static Optional<String> verb(Method method) {
        return VERBS.stream()
                .filter(method::isAnnotationPresent)
                .map(verb -> verb.getSimpleName().toLowerCase(Locale.ROOT))
                .findFirst();
    }

    private Map<String, Object> operation(Class<?> resource, Method method, Map<String, Object> problem) {
        String group = resource.getSimpleName().replaceAll("Resource$", "");
        Audience audience = method.getAnnotation(For.class).value();
        Map<String, Object> operation = new LinkedHashMap<>();
        operation.put(
                "operationId",
                group.substring(0, 1).toLowerCase(Locale.ROOT) + group.substring(1) + "." + method.getName());
        operation.put("tags", List.of(group));
        operation.put("x-audience", audience.name());
        if (method.getAnnotation(For.class).fresh()) {
            operation.put("x-fresh-proof", true);
        }
        operation.put("security", audience == Audience.ANYONE ? List.of() : List.of(Map.of("bearer", List.of())));
        List<Object> parameters = new ArrayList<>();
        for (Parameter parameter : method.getParameters()) {
            if (parameter.isAnnotationPresent(BeanParam.class)) {
                fields(parameter.getType())
                        .map(field -> parameter(field, field.getType()))
                        .filter(Objects::nonNull)
                        .forEach(parameters::add);
                continue;
            }
            Map<String, Object> described = parameter(parameter, parameter.getType());
            if (described != null) {
                parameters.add(described);
            } else if (!parameter.isAnnotationPresent(Context.class)) {
                operation.put(
                        "requestBody",
                        Map.of(
                                "required",
                                true,
                                "content",
                                content(JSON, schemas.of(parameter.getParameterizedType()))));
            }
        }
        if (!parameters.isEmpty()) {
            operation.put("parameters", parameters);
        }
        operation.put(
                "responses",
                Map.of(
                        method.getReturnType() == void.class ? "204" : "200",
                        answer(resource, method),
                        "default",
                        Map.of(
                                "description",
                                "A problem (RFC 9457)",
                                "content",
                                content("application/problem+json", problem))));
        return operation;
    }

    private static Stream<Field> fields(Class<?> type) {
        Class<?> above = type.getSuperclass();
        Stream<Field> own = Arrays.stream(type.getDeclaredFields());
        return above == null ? own : Stream.concat(own, fields(above));
    }

    private static @Nullable Map<String, Object> parameter(AnnotatedElement parameter, Class<?> type) {
        String name;
        String place;
        boolean needed;
        if (parameter.isAnnotationPresent(PathParam.class)) {
            name = parameter.getAnnotation(PathParam.class).value();
            place = "path";
            needed = true;
        } else if (parameter.isAnnotationPresent(QueryParam.class)) {
            name = parameter.getAnnotation(QueryParam.class).value();
            place = "query";
            needed = false;
        } else if (parameter.isAnnotationPresent(HeaderParam.class)) {
            name = parameter.getAnnotation(HeaderParam.class).value();
            place = "header";
            needed = NEEDED_HEADERS.contains(name);
        } else {
            return null;
        }
        boolean many = Collection.class.isAssignableFrom(type);
        Map<String, Object> text = Map.of("type", "string");
        return Map.of(
                "name", name,
                "in", place,
                "required", needed,
                "schema", many ? Map.of("type", "array", "items", text) : text);
    }

    private Map<String, Object> answer(Class<?> resource, Method method) {
        if (method.getReturnType() == void.class) {
            return Map.of("description", "Done");
        }
        Answers said = method.getAnnotation(Answers.class);
        Type type = said == null ? method.getGenericReturnType() : said.value();
        if (type != Response.class) {
            return Map.of("description", "Done", "content", content(JSON, schemas.of(type)));
        }
        Produces own = method.getAnnotation(Produces.class);
        Produces produces = own == null ? resource.getAnnotation(Produces.class) : own;
        String media =
                produces == null || produces.value()[0].equals(JSON) ? "application/octet-stream" : produces.value()[0];
        return Map.of("description", "Done", "content", content(media, Map.of("type", "string")));
    }

    private static Map<String, Object> content(String media, Map<String, Object> schema) {
        return Map.of(media, Map.of("schema", schema));
    }
}
