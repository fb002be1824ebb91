package org.seatside.model.roster;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A student's consent to keeping what was agreed, apart from all other consents.
///
/// @param version of the text that was consented to
/// @param givenBy account that recorded it
/// @param withdrawnAt null while it holds
public record Consent(
        String version,
        Instant givenAt,
        String givenBy,
        @Nullable Instant withdrawnAt) {}
