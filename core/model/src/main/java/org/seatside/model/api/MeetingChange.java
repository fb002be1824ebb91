package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// What changes of one meeting; null leaves a part as it is. `If-Match` is not needed: the last word holds.
///
/// @param cancelled why it is not held; blank for held after all
public record MeetingChange(
        @Nullable RoomId room,
        @Nullable Instant startsAt,
        @Nullable Integer minutes,
        @Nullable String cancelled) {}
