package org.seatside.server.http;

import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;
import org.seatside.json.MalformedJsonException;

/// The resource methods that are [Straight], by verb and path.
final class StraightCalls {
    private static final String JSON = "application/json";

    private final Map<String, Map<String, StraightCall>> byPath = new HashMap<>();

    /// @throws IllegalStateException where a method is marked that cannot be called so
    StraightCalls(Collection<Object> resources, Authenticator authenticator, JsonBodies bodies) {
        List<Origins> origins = resources.stream()
                .filter(Origins.class::isInstance)
                .map(Origins.class::cast)
                .toList();
        for (Object resource : resources) {
            for (Method method : resource.getClass().getMethods()) {
                if (method.isAnnotationPresent(Straight.class)) {
                    byPath.computeIfAbsent(path(method), _ -> new HashMap<>())
                            .put(verb(method), new StraightCall(resource, method, authenticator, bodies, origins));
                }
            }
        }
    }

    /// Null where the request is for another method, or asks for what only Jersey knows to negotiate.
    @Nullable
    StraightCall find(Request request) {
        Map<String, StraightCall> calls = byPath.get(request.getHttpURI().getPath());
        if (calls == null) {
            return null;
        }
        HttpFields headers = request.getHeaders();
        boolean usual = isJson(headers.get(HttpHeader.CONTENT_TYPE))
                && takesJson(headers.get(HttpHeader.ACCEPT))
                && !headers.contains(HttpHeader.CONTENT_ENCODING);
        return usual ? calls.get(request.getMethod()) : null;
    }

    private static boolean isJson(@Nullable String type) {
        return type != null && type.toLowerCase(Locale.ROOT).equals(JSON);
    }

    private static boolean takesJson(@Nullable String accept) {
        return accept == null || accept.startsWith(JSON + ",") || accept.equals(JSON) || accept.equals("*/*");
    }

    private static String path(Method method) {
        Path path = method.getDeclaringClass().getAnnotation(Path.class);
        Path own = method.getAnnotation(Path.class);
        if (path == null) {
            throw new IllegalStateException("No @Path around " + method);
        }
        String whole = own == null ? path.value() : path.value() + "/" + own.value();
        if (whole.contains("{")) {
            throw new IllegalStateException("@Straight needs a fixed path: " + method);
        }
        return whole;
    }

    private static String verb(Method method) {
        if (method.isAnnotationPresent(POST.class)) {
            return "POST";
        }
        if (method.isAnnotationPresent(PUT.class)) {
            return "PUT";
        }
        throw new IllegalStateException("@Straight is for POST and PUT: " + method);
    }

    /// One of the methods, ready to be called.
    static final class StraightCall {
        private final Object resource;
        private final Method method;
        private final AccessControl.Rule rule;
        private final Class<?> body;
        private final boolean takesSecurity;
        private final Authenticator authenticator;
        private final JsonBodies bodies;
        private final List<Origins> origins;

        private StraightCall(
                Object resource, Method method, Authenticator authenticator, JsonBodies bodies, List<Origins> origins) {
            this.origins = origins;
            this.resource = resource;
            this.method = method;
            this.rule = AccessControl.rule(method);
            this.authenticator = authenticator;
            this.bodies = bodies;
            List<Parameter> parameters = Arrays.asList(method.getParameters());
            this.takesSecurity = parameters.size() == 2;
            this.body = parameters.getFirst().getType();
            boolean known = body.isRecord()
                    && (parameters.size() == 1
                            || (takesSecurity
                                    && parameters.getLast().getType() == SecurityContext.class
                                    && parameters.getLast().isAnnotationPresent(Context.class)));
            if (!known || method.getReturnType() == void.class) {
                throw new IllegalStateException("@Straight is for a body, a security context and an answer: " + method);
            }
        }

        /// Admits the caller, reads the body, calls the method.
        ///
        /// @return what the method answered
        /// @throws RuntimeException as the method does, or where it is not called, to be told as any other
        Object call(Request request, GrowingBody content) throws MalformedJsonException {
            HttpFields headers = request.getHeaders();
            String address = Request.getRemoteAddr(request);
            origins.forEach(each -> each.begin(address, headers.get(HttpHeader.USER_AGENT)));
            try {
                return call(headers.get(HttpHeader.AUTHORIZATION), content);
            } finally {
                origins.forEach(Origins::end);
            }
        }

        private Object call(@Nullable String authorization, GrowingBody content) throws MalformedJsonException {
            SecurityContext security = AccessControl.admit(rule, authenticator, authorization);
            Object read = bodies.read(content.bytes(), content.length(), body);
            try {
                Object answer = takesSecurity ? method.invoke(resource, read, security) : method.invoke(resource, read);
                return Objects.requireNonNull(answer);
            } catch (InvocationTargetException e) {
                throw switch (e.getCause()) {
                    case RuntimeException thrown -> thrown;
                    case Error error -> throw error;
                    case null, default -> new IllegalStateException("a resource method threw", e);
                };
            } catch (IllegalAccessException e) {
                throw new IllegalStateException("resource methods are public", e);
            }
        }
    }
}
