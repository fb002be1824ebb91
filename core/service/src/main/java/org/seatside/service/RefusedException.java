package org.seatside.service;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;

/// A request that cannot be granted, for a reason the caller can act on. Carries nobody's data.
public final class RefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /// What kind of no it is.
    public enum Kind {
        INVALID,
        UNAUTHENTICATED,
        FORBIDDEN,
        NOT_FOUND,
        CONFLICT,
        /// The record changed since the caller read it.
        STALE,
        TOO_MANY_ATTEMPTS
    }

    private final Kind kind;
    private final String code;

    /// @param code constant in kebab case, for programs: `number-taken`
    /// @param message what happened and what to do
    public RefusedException(Kind kind, String code, String message) {
        super(message, null, false, false);
        this.kind = kind;
        this.code = code;
    }

    /// A request that is wrong in itself.
    public static RefusedException invalid(String code, String message) {
        return new RefusedException(Kind.INVALID, code, message);
    }

    /// A request about an entry that is not there: somebody may just have deleted it.
    public static RefusedException noSuchEntry() {
        return new RefusedException(Kind.NOT_FOUND, "not-found", "There is no such entry any more.");
    }

    /// @throws RefusedException NOT_FOUND where it is empty
    public static void requireEntry(Optional<?> found) {
        if (found.isEmpty()) {
            throw noSuchEntry();
        }
    }

    /// What is made of a request's parts.
    ///
    /// @throws RefusedException INVALID with this code where they do not go together
    public static <T> T made(String code, Supplier<T> parts) {
        try {
            return parts.get();
        } catch (IllegalArgumentException e) {
            throw invalid(code, Objects.requireNonNullElse(e.getMessage(), "That does not go together."));
        }
    }

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
