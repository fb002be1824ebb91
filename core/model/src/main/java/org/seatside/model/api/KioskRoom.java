package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// Where a kiosk stands from now on.
public record KioskRoom(@Nullable RoomId room) {}
