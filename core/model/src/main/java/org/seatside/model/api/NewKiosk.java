package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// A kiosk to expect.
///
/// @param room null for a kiosk on wheels
public record NewKiosk(String name, @Nullable RoomId room) {}
