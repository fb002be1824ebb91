package org.seatside.model.api;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A part of a list.
///
/// @param next what to send as `after` for the next part; null on the last
public record Page<T>(List<T> items, @Nullable String next) {}
