package org.seatside.server.http;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.DynamicFeature;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.FeatureContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.SecurityContext;
import java.lang.reflect.Method;
import java.security.Principal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.seatside.service.RefusedException;

/// Puts a guard before every resource method, by what its [For] says.
final class AccessControl implements DynamicFeature {
    private static final String SCHEME = "Bearer ";
    private static final int MAX_TOKEN = 512;

    private final Authenticator authenticator;

    AccessControl(Authenticator authenticator) {
        this.authenticator = authenticator;
    }

    @Override
    public void configure(ResourceInfo resource, FeatureContext context) {
        context.register(new Guard(audience(resource.getResourceMethod()), authenticator), Priorities.AUTHENTICATION);
    }

    static Audience audience(Method method) {
        For access = method.getAnnotation(For.class);
        if (access != null) {
            return access.value();
        }
        if (method.getDeclaringClass().getPackageName().startsWith("org.glassfish.jersey.")) {
            return Audience.NOBODY;
        }
        throw new IllegalStateException("No @For at " + method);
    }

    @Priority(Priorities.AUTHENTICATION)
    private record Guard(Audience audience, Authenticator authenticator) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (audience != Audience.ANYONE) {
                request.setSecurityContext(
                        admit(audience, authenticator, request.getHeaderString(HttpHeaders.AUTHORIZATION)));
            }
        }
    }

    /// Who calls, where they may.
    ///
    /// @throws RefusedException where nobody or somebody else does
    static SecurityContext admit(Audience audience, Authenticator authenticator, @Nullable String authorization) {
        if (audience == Audience.ANYONE) {
            return new Known(new Caller.Nobody());
        }
        Caller caller = token(authorization)
                .flatMap(authenticator::authenticate)
                .orElseThrow(() -> new RefusedException(
                        RefusedException.Kind.UNAUTHENTICATED, "signed-out", "Sign in: there is no open session."));
        if (!audience.admits(caller) && caller instanceof Caller.Person person && person.restricted()) {
            throw person.mustChange()
                    ? new RefusedException(
                            RefusedException.Kind.FORBIDDEN, "password-change-needed", "Change your password first.")
                    : new RefusedException(
                            RefusedException.Kind.FORBIDDEN,
                            "second-factor-needed",
                            "Set up an authenticator for your account first.");
        }
        if (!audience.admits(caller)) {
            throw new RefusedException(RefusedException.Kind.FORBIDDEN, "not-allowed", "This account may not do this.");
        }
        return new Known(caller);
    }

    private static Optional<String> token(@Nullable String authorization) {
        return Optional.ofNullable(authorization)
                .filter(header -> header.regionMatches(true, 0, SCHEME, 0, SCHEME.length()))
                .map(header -> header.substring(SCHEME.length()).strip())
                .filter(token -> !token.isEmpty() && token.length() <= MAX_TOKEN);
    }

    private record Known(Caller caller) implements SecurityContext {
        @Override
        public Principal getUserPrincipal() {
            return caller;
        }

        @Override
        public boolean isUserInRole(String role) {
            return caller instanceof Caller.Person person
                    && person.roles().stream().anyMatch(held -> held.name().equals(role));
        }

        @Override
        public boolean isSecure() {
            return false;
        }

        @Override
        public String getAuthenticationScheme() {
            return "Bearer";
        }
    }
}
