package org.seatside.model.api;

/// Asks to sign in at the institution's own service.
///
/// @param redirect where its browser page goes back to: an address of this machine, such as
///     `http://127.0.0.1:49152/signed-in` (RFC 8252, section 7.3)
public record ExternalStart(String redirect) {}
