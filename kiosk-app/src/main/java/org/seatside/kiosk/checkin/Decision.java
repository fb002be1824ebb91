package org.seatside.kiosk.checkin;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.id.CheckInId;

/// What the desk answers to one scan or number.
///
/// @param checkIn null where nothing was recorded
public record Decision(@Nullable CheckInId checkIn, Outcome outcome) {}
