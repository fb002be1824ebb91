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
        context.register(new Guard(rule(resource.getResourceMethod()), authenticator), Priorities.AUTHENTICATION);
    }

    /// Who may call a method, and whether they must have proved lately who they are.
    record Rule(Audience audience, boolean fresh) {}

    static Rule rule(Method method) {
        For access = method.getAnnotation(For.class);
        if (access != null) {
            return new Rule(access.value(), access.fresh());
        }
        if (method.getDeclaringClass().getPackageName().startsWith("org.glassfish.jersey.")) {
            return new Rule(Audience.NOBODY, false);
        }
        throw new IllegalStateException("No @For at " + method);
    }

    @Priority(Priorities.AUTHENTICATION)
    private record Guard(Rule rule, Authenticator authenticator) implements ContainerRequestFilter {
        @Override
        public void filter(ContainerRequestContext request) {
            if (rule.audience() != Audience.ANYONE) {
                request.setSecurityContext(
                        admit(rule, authenticator, request.getHeaderString(HttpHeaders.AUTHORIZATION)));
            }
        }
    }

    /// Who calls, where they may.
    ///
    /// @throws RefusedException where nobody or somebody else does
    static SecurityContext admit(Rule rule, Authenticator authenticator, @Nullable String authorization) {
        Audience audience = rule.audience();
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
        if (rule.fresh() && caller instanceof Caller.Person person && !person.fresh()) {
            throw new RefusedException(
                    RefusedException.Kind.FORBIDDEN, "proof-needed", "Type your password or a code once more.");
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
