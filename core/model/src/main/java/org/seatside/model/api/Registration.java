package org.seatside.model.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.roster.Adjustments;
import org.seatside.model.roster.Consent;

/// What is kept of a student's registration for support.
///
/// @param consent the newest; null where there never was one
/// @param adjustments null where nothing was agreed, or no consent holds
/// @param until last day on which they hold; null for no end
public record Registration(
        @Nullable Consent consent,
        @Nullable Adjustments adjustments,
        @Nullable LocalDate until) {}
