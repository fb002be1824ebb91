package org.seatside.model.roster;

import java.time.LocalDate;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;
import org.seatside.model.id.RoomId;

/// One meeting of a pattern that is not as the others.
///
/// @param day on which the pattern would have had it
/// @param cancelled whether it is not held
/// @param movedTo the day on which it is held instead; null for `day`
/// @param room null for the pattern's
/// @param startsAt null for the pattern's
/// @param minutes null for the pattern's
/// @param reason for those who look; null where nobody gave one
public record MeetingException(
        LocalDate day,
        boolean cancelled,
        @Nullable LocalDate movedTo,
        @Nullable RoomId room,
        @Nullable LocalTime startsAt,
        @Nullable Integer minutes,
        @Nullable String reason) {}
