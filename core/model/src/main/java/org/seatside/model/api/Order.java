package org.seatside.model.api;

import java.util.List;
import java.util.UUID;

/// Entries in the order in which lists show them from now on.
public record Order(List<UUID> ids) {}
