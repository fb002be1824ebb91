package org.seatside.model.api;

import java.time.Instant;

/// What a node says to anybody.
///
/// @param needsSetup whether no account exists yet
/// @param zone the campus's time zone, an IANA name
/// @param now the node's clock
public record About(String version, String campus, String zone, boolean needsSetup, Instant now) {}
