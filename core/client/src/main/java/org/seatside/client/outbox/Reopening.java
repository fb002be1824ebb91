package org.seatside.client.outbox;

import java.time.Instant;
import org.seatside.model.attendance.CheckIn;

/// Whole, so that the file with the original can be dropped before the one with this.
///
/// @param at the kiosk's clock
record Reopening(CheckIn checkIn, Instant at) {}
