package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// That it is still the person who signed in: the password or a one-time code, whichever is at hand.
///
/// @param password of the account; null where a code is given
/// @param code of the account's authenticator, or a recovery code; null where a password is given
public record NewProof(@Nullable String password, @Nullable String code) {
    public static NewProof ofPassword(String password) {
        return new NewProof(password, null);
    }

    public static NewProof ofCode(String code) {
        return new NewProof(null, code);
    }

    @Override
    public String toString() {
        return "NewProof[]";
    }
}
