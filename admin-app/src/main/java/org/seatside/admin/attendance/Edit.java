package org.seatside.admin.attendance;

import org.jspecify.annotations.Nullable;
import org.seatside.model.api.ClassSheet;
import org.seatside.model.attendance.StatusMark;

/// A cell as somebody wants it, not saved yet.
///
/// @param seen what was on record when it was typed; null for nothing
record Edit(CellKey key, StatusMark mark, ClassSheet.@Nullable Cell seen) {}
