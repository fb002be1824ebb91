package org.seatside.model.api;

/// Why somebody looks at what they see only for a reason. Goes into the audit trail.
///
/// @param reason 3 to 500 characters
public record Reason(String reason) {}
