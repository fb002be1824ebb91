package org.seatside.model.api;

/// Takes back the last revision of a record or a batch.
///
/// @param reason never blank; kept with the revision that restores the state before
public record Undo(String reason) {}
