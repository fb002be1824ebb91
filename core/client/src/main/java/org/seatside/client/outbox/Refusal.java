package org.seatside.client.outbox;

import java.time.Instant;
import org.seatside.model.attendance.CheckIn;

/// A check-in that a node refused to take, kept for staff to look at.
///
/// @param code why, as the node named it
/// @param at the kiosk's clock
public record Refusal(CheckIn checkIn, String code, Instant at) {}
