package org.seatside.model.api;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.AccountId;
import org.seatside.model.id.StudentId;

/// An account as administrators see it.
///
/// @param student whose account it is; null for staff
/// @param secondFactor whether signing in needs a one-time code
/// @param mustChangePassword whether nothing else is possible after signing in
/// @param locked whether too many attempts failed: a new password opens it again
public record AccountView(
        AccountId id,
        String name,
        Set<Role> roles,
        boolean active,
        @Nullable StudentId student,
        boolean secondFactor,
        boolean mustChangePassword,
        boolean locked) {}
