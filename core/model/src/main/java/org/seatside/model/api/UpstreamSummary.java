package org.seatside.model.api;

import java.util.Map;
import org.seatside.model.attendance.UpstreamState;

/// How the way to the institution's own service does.
///
/// @param kind the configured kind: `none`, `du-checkattend`, `http-template`
/// @param open whether the circuit breaker lets calls through
/// @param counts check-ins by state
public record UpstreamSummary(String kind, boolean open, Map<UpstreamState, Long> counts) {}
