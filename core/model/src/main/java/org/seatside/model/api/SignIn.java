package org.seatside.model.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import org.jspecify.annotations.Nullable;

/// A person signing in.
///
/// @param code what the authenticator shows, or a recovery code; null at first: a node that needs one answers
///     `/problems/code-needed`
public record SignIn(String name, String password, @Nullable String code) {
    @JsonCreator
    public SignIn {}

    public SignIn(String name, String password) {
        this(name, password, null);
    }

    @Override
    public String toString() {
        return "SignIn[]";
    }
}
