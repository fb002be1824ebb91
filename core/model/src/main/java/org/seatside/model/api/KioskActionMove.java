package org.seatside.model.api;

import org.jspecify.annotations.Nullable;

/// How far a kiosk is with what it was asked.
///
/// @param state TAKEN, DONE, REFUSED or FAILED
/// @param note for staff, at most 300 characters; null for nothing
public record KioskActionMove(
        KioskAction.State state, @Nullable String note) {}
