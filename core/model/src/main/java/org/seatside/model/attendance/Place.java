package org.seatside.model.attendance;

import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// Where an outcome belongs.
///
/// @param meeting title of the section that meets; null for plain room attendance
public record Place(RoomId room, String roomName, @Nullable String meeting) {}
