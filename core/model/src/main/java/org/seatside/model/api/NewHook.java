package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.hook.HookFormat;

/// A webhook to be told of check-ins.
///
/// @param format null for STANDARD
/// @param active null for true
public record NewHook(
        @Nullable String url,
        @Nullable HookFormat format,
        @Nullable Boolean active) {}
