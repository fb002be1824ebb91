package org.seatside.model.api;

/// A [Provision] that the kiosk can trust from its own disk.
///
/// @param provision the JSON of a [Provision], Base64: signed as bytes, so that no two readings of it can
///     differ
/// @param signature Ed25519 by the issuer key over `SEATSIDE-PROVISION-1`, a newline and the JSON bytes, Base64
public record SignedProvision(String provision, String signature) {}
