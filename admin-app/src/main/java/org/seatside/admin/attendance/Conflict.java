package org.seatside.admin.attendance;

import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ClassSheet;

/// A cell that somebody else changed while it was edited here.
///
/// @param mine what was typed here
/// @param now what is on record now; null where it is gone
record Conflict(Edit mine, ClassSheet.@Nullable Cell now) {}
