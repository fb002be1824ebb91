package org.seatside.model.api;

import java.util.Map;

/// What stands in the way of deleting an entry.
///
/// @param counts how many entries of each kind refer to it, without those of which there are none
public record Dependents(Map<Topic, Long> counts) {}
