package org.seatside.model.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.StudentId;

/// An account to add.
///
/// @param password good until the first sign-in, at least 15 characters; null for who signs in with the
///     institution's own service
/// @param student whose account it is, with the role STUDENT alone; null for staff
/// @param externalId issuer and subject at the institution's own sign-in, joined by a blank; null for none
public record NewAccount(
        String name,
        @Nullable String password,
        Set<Role> roles,
        @Nullable StudentId student,
        @Nullable String externalId) {
    @Override
    public String toString() {
        return "NewAccount[roles=" + roles + "]";
    }
}
