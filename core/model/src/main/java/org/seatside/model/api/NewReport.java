package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.assist.ReportKind;

/// What a student reports.
///
/// @param text 1 to 2000 characters
public record NewReport(@Nullable ReportKind kind, @Nullable String text) {}
