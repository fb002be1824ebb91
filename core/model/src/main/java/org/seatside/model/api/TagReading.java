package org.seatside.model.api;

import org.jspecify.annotations.Nullable;
import org.seatside.model.roster.Room;

/// What a legacy tag says.
///
/// @param tag its plaintext: the institution's own name of the room
/// @param room the room that has it already; null for a new one
public record TagReading(String tag, @Nullable Room room) {}
