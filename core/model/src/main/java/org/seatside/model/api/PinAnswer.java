package org.seatside.model.api;

/// Whether a PIN was right.
///
/// @param waitSeconds how long nobody may try again with this number; 0 for not at all
public record PinAnswer(boolean right, long waitSeconds) {}
