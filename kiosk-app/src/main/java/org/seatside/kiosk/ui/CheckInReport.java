package org.seatside.kiosk.ui;

import org.jspecify.annotations.Nullable;
import org.seatside.model.attendance.Outcome;
import org.seatside.model.id.CheckInId;

/// What became of one scan or number, for statistics and demonstrations.
///
/// @param checkIn null where nothing was recorded
/// @param frame sequence number of the camera frame; -1 for what was typed or scanned by hand
/// @param millis from the frame's arrival, or the last key, to the outcome on the screen
public record CheckInReport(@Nullable CheckInId checkIn, Outcome outcome, long frame, long millis) {}
