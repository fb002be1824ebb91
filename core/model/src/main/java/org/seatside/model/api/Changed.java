package org.seatside.model.api;

import java.util.Set;

/// Kinds of entries that changed since they were last told of: who shows them reads them again.
public record Changed(Set<Topic> topics) {}
