package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The node's clock, and how far it has the kiosk's check-ins.
///
/// @param highWater the highest sequence number it has of the epoch that the kiosk told, 0 for none: below what it
///     acknowledged it was restored from a backup; null where the kiosk told no epoch, and from a node that does not
///     say
public record NodeTime(Instant now, @Nullable Long highWater) {}
