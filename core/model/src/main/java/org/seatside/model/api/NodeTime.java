package org.seatside.model.api;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// The node's clock, and how far it has the kiosk's check-ins.
///
/// @param highWater the highest sequence number it has of the epoch that the kiosk told, 0 for none: below what
///     it acknowledged it was restored from a backup; null where the kiosk told no epoch, and from a node that
///     does not say
/// @param contiguous up to which sequence number it has them all: below what the kiosk knows to be accepted
///     without a gap it lost some in between; null like `highWater`
public record NodeTime(
        Instant now, @Nullable Long highWater, @Nullable Long contiguous) {
    /// From a node that does not say where its first gap is.
    public NodeTime(Instant now, @Nullable Long highWater) {
        this(now, highWater, null);
    }
}
