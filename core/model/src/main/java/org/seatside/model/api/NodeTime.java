package org.seatside.model.api;

import java.time.Instant;

/// The node's clock.
public record NodeTime(Instant now) {}
