package org.seatside.model.api;

import java.time.Instant;

/// A session whose person was asked once more.
///
/// @param until when the node asks again
public record Proven(Instant until) {}
