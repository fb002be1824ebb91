package org.seatside.model.api;

import org.seatside.model.roster.IssuedPass;

/// A pass ready to print.
///
/// @param text what the QR code carries, alphanumeric mode
public record PassCard(IssuedPass pass, String text) {}
