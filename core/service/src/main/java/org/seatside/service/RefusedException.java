package org.seatside.service;

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

    public Kind kind() {
        return kind;
    }

    public String code() {
        return code;
    }
}
