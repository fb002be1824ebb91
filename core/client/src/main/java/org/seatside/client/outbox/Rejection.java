package org.seatside.client.outbox;

import java.time.Instant;
import org.seatside.model.id.CheckInId;

/// @param at the kiosk's clock
record Rejection(CheckInId id, String code, Instant at) {}
