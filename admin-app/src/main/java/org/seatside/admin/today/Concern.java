package org.seatside.admin.today;

import org.jspecify.annotations.Nullable;
import org.seatside.admin.ui.Destination;
import org.seatside.admin.ui.Notice;

/// What needs a person.
///
/// @param where it is mended; null where nobody here can do anything about it
record Concern(Notice notice, @Nullable Destination where) {}
