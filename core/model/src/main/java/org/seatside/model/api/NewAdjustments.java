package org.seatside.model.api;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.seatside.model.roster.Adjustments;

/// What is agreed with a student from now on, in place of what was.
///
/// @param until last day on which it holds, as for a broken arm; null for no end
public record NewAdjustments(
        Adjustments adjustments, @Nullable LocalDate until) {}
