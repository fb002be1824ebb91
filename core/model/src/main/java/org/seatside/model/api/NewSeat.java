package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.roster.Seat;

/// A seat to add to a room, as [org.seatside.model.roster.Seat] describes it.
public record NewSeat(
        String label,
        @Nullable Integer heightCm,
        Seat.Reach reach,
        @Nullable Integer kneeCm) {}
