package org.seatside.client.outbox;

import java.time.Instant;
import org.seatside.model.attendance.Receipt;

/// @param at the kiosk's clock
record Acceptance(Receipt receipt, Instant at) {}
