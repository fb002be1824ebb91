package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;
import org.seatside.model.id.SeatId;

/// Where a kiosk stands from now on.
///
/// @param room null for a kiosk on wheels
/// @param seat a seat of that room; null where it stands at none
public record KioskSeat(@Nullable RoomId room, @Nullable SeatId seat) {}
